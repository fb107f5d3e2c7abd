//! # The packet may start before what it waits for is validated
//!
//! Work on a foundation that may still change is done twice.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ## Dependencies
//! - Depends on: WP-1-Storage
//! - Blocks: NONE
//!
//! //- .GOV/task_packets/WP-1-Storage.md
//! - **Status:** Ready for Dev
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
//! - **[WP-1-Storage]**
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ## Dependencies
//! - Depends on: WP-1-Storage
//! - Blocks: NONE
//!
//! //- .GOV/task_packets/WP-1-Storage.md
//! - **Status:** Ready for Dev
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
//!
//! ## Done
//! - **[WP-1-Storage]** - [VALIDATED]
//! ````
//!
//! Source: Part 7.2 [CX-635].

use super::{has_failed, is_validated, standing_blockers};
use crate::document::Document;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let started = matches!(packet.facts().status, Some(Status::Ready | Status::InProgress));
    // Nobody takes up what is closed or was replaced.
    if !started || workspace.lifecycle(packet) == Lifecycle::Historical {
        return;
    }
    for (wp, id, place) in standing_blockers(packet, workspace) {
        let known = workspace.packet(&id).is_some()
            || workspace.index().on_board(&id).next().is_some()
            || workspace.stub(&id).is_some();
        // Unknown, its own and failed ones have rules of their own.
        let failed = has_failed(&id, workspace);
        if known && id != packet.stem() && !failed && !is_validated(wp, workspace) {
            report.at(
                place,
                format!("{wp} is not validated; this packet waits for it, and is offered as work"),
            );
        }
    }
}
