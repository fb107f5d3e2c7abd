//! # A stub of the board has no file
//!
//! The line promises a description that is not there.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Stub Backlog (Not Activated)
//! - **[WP-1-Example]** - [STUB]
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Stub Backlog (Not Activated)
//! - **[WP-1-Example]** - [STUB]
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
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
    Rule { kinds: &[Kind::Board], severity: Severity::Warning, check: Check::Workspace(check), ..Rule::BASE };

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in entries(board, &[State::StubBacklog]) {
        let id = entry.id.of(&board.text);
        if workspace.stub(id).is_none() && workspace.packet(id).is_none() {
            report.at(entry.id, format!("there is no {}/{id}.md", workspace.config.layout.stubs));
        }
    }
}
