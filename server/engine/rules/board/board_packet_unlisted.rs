//! # The packet is not on the board
//!
//! What is not on the board is not planned, and nobody will take it up.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Other]**
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
//! ````
//!
//! Source: Part 4, step 3; Part 6.3.

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let id = packet.stem();
    if !workspace.index().has_board() || workspace.index().board().iter().any(|entry| entry.wp == id) {
        return;
    }
    let finding = report.at(packet.place_in(""), format!("{id} is not on the task board"));
    if workspace.lifecycle(packet) == Lifecycle::Historical {
        finding.severity(Severity::Info);
    }
}
