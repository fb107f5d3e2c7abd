//! # The board offers a stub as work
//!
//! A stub has no approval, no scope and no signature; it must be activated first.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use super::entries;
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in entries(board, &[State::Ready, State::InProgress]) {
        let id = entry.id.of(&board.text);
        if workspace.packet(id).is_none() && workspace.stub(id).is_some() {
            report.at(entry.id, format!("{id} is a stub; activate it first"));
        }
    }
}
