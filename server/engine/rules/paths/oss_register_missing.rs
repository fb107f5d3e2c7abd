//! # The workspace has no register of foreign software
//!
//! Licences are judged by it before a phase closes. The rule is off until it is selected or given a severity.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! # Task Board
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! # Task Board
//! //- .GOV/roles_shared/OSS_REGISTER.md
//! # Register
//! ````
//!
//! Source: Part 1, supply chain; Part 2, pre-orchestration checklist.

use super::oss_register;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;
use crate::workspace::surroundings::Presence;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Warning,
    off: true,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

/// The file is not there to be marked, so the board is.
fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    let path = oss_register(&workspace.config.layout);
    if workspace.surroundings.presence(&path) == Some(Presence::Missing) {
        report.at(board.place_in(""), format!("there is no {path}"));
    }
}
