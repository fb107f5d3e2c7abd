//! # A blocked packet does not name what blocks it
//!
//! The board says that it is Blocked. NOTES or Dependencies name the blocker and its state.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## Dependencies
//! - Depends on: NONE
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## In Progress
//! - **[WP-1-Storage]** - [IN_PROGRESS]
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA soon)
//! //- .GOV/task_packets/WP-1-Storage.md
//! - **Status:** In Progress
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! ## NOTES
//! - Blocker: WP-1-Storage (Status: In Progress)
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA soon)
//! ````
//!
//! Source: Part 3, error recovery [CX-611].

use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::template;
use crate::rules::report::{Fix, Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let mut entries = workspace.index().on_board(packet.stem());
    let is_named = !packet.facts().depends_on.is_empty()
        || packet.fields().all(Label::Blocker).any(|field| !field.in_report && packet.is_said(field));
    if !is_named && entries.any(|entry| entry.state == State::Blocked) {
        let finding =
            report.at(packet.place_for(Label::Blocker), "Blocked on the board, and no `Blocker:` here");
        finding.fixes.extend(note(packet, workspace));
    }
}

/// The note with what the board names, and where that stands. It is no part of the template: most packets wait for nothing.
fn note(packet: &Document, workspace: &Workspace) -> Option<Fix> {
    let index = workspace.index();
    let mut fix = Fix::insertion("Insert Blocker", template::field(packet, Label::Blocker)?);
    if let Some(on) = index.blockers(packet.stem()).flat_map(|entry| &entry.on).next() {
        fix.fill(on);
        if let Some(entry) = index.on_board(on).next() {
            fix.fill(entry.state.name());
        }
    }
    Some(Fix { place: None, ..fix })
}
