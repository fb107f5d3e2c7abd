//! # The board lists a work packet that has no file
//!
//! Nobody can work from a line.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Done
//! - **[WP-1-Gone]** - [VALIDATED]
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 6.2 [CX-625].

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
    let states = [State::Ready, State::InProgress, State::Done, State::Blocked, State::Superseded];
    for entry in entries(board, &states) {
        let id = entry.id.of(&board.text);
        if workspace.packet(id).is_some() || workspace.stub(id).is_some() {
            continue;
        }
        let finding = report.at(entry.id, format!("there is no packet and no stub {id}"));
        if entry.state != State::Done {
            finding.severity(Severity::Warning);
        }
    }
}
