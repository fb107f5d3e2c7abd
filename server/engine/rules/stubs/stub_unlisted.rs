//! # The stub is not on the board
//!
//! A plan that is not in the backlog is forgotten.
//!
//! ````md,bad
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Stub Backlog (Not Activated)
//! - **[WP-1-Other]** - [STUB]
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
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Stub], severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(stub: &Document, workspace: &Workspace, report: &mut Report) {
    let id = stub.stem();
    let index = workspace.index();
    let listed = index.board().iter().any(|entry| entry.wp == id);
    if index.has_board() && !listed && workspace.packet(id).is_none() {
        report.at(stub.place_in(""), format!("{id} is not on the task board"));
    }
}
