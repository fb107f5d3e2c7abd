//! # Work on a stub has begun
//!
//! Nobody approved it, and nobody said what is in scope.
//!
//! ````md,bad
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## In Progress
//! - **[WP-1-Example]** - [IN_PROGRESS]
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Stub Backlog (Not Activated)
//! - **[WP-1-Example]** - [STUB]
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Stub], severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(stub: &Document, workspace: &Workspace, report: &mut Report) {
    let id = stub.stem();
    let index = workspace.index();
    if workspace.packet(id).is_some() {
        return;
    }
    let started = index
        .on_board(id)
        .find(|entry| matches!(entry.state, State::Ready | State::InProgress | State::Done));
    if let Some(entry) = started {
        report
            .at(stub.place_in(""), format!("this is a stub, but the board has it in {}", entry.state.name()));
    } else if index.gates(id).iter().any(|record| record.gate == "PREPARE") {
        report.at(stub.place_in(""), "this is a stub, but the gates log has prepared it");
    }
}
