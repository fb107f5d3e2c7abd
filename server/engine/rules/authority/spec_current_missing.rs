//! # The workspace has no spec pointer
//!
//! Without it no anchor can be looked up, and every gate stops.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! # Task Board
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! # Task Board
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! ````
//!
//! Source: Part 2, spec currency; Part 2.5 [CX-598].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

/// The file is not there to be marked, so the board, which every gate reads next, is.
fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    if workspace.only(Kind::SpecPointer).is_none() {
        report.at(board.place_in(""), format!("there is no {}", workspace.config.layout.spec_pointer));
    }
}
