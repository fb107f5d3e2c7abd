//! # The board does not name a blocker of the packet
//!
//! The packet is Blocked or gate-critical and waits for this one; who plans by the board does not see it. What is validated
//! blocks no more.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - Depends on: WP-1-Storage
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## In Progress
//! - **[WP-1-Storage]** - [IN_PROGRESS]
//!
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: review of the form (ETA soon)
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - Depends on: WP-1-Storage
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## In Progress
//! - **[WP-1-Storage]** - [IN_PROGRESS]
//!
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA soon)
//! ````
//!
//! Source: Part 7.1 [CX-573E]; Part 7.2.

use super::{is_same, is_validated, waits_for};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let own = packet.stem();
    let entries: Vec<_> = workspace.index().blockers(own).collect();
    if entries.is_empty() {
        return;
    }
    for (wp, place) in waits_for(packet) {
        let is_named = entries.iter().flat_map(|entry| &entry.on).any(|named| is_same(named, wp, workspace));
        if wp != own && !is_named && !is_validated(wp, workspace) {
            report.at(place, format!("the board does not name {wp} as a blocker of {own}"));
        }
    }
}
