//! # The workspace has no task board
//!
//! The board is where everybody looks first; without it no gate can tell what may be started.
//!
//! ````md,bad
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- .GOV/roles_shared/TASK_BOARD.md
//! # Task Board
//! ````
//!
//! Source: Part 2, task board review.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::SpecPointer],
    severity: Severity::Error,
    check: Check::Workspace(check),
    ..Rule::BASE
};

/// The file is not there to be marked, so the spec pointer, which every gate reads first, is.
fn check(pointer: &Document, workspace: &Workspace, report: &mut Report) {
    if workspace.only(Kind::Board).is_none() {
        report.at(pointer.place_in(""), format!("there is no {}", workspace.config.layout.task_board));
    }
}
