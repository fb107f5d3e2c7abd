//! # The workspace lacks a file that everybody is sent to
//!
//! Protocols, templates and guides name it. One finding names all that are missing. The rule is off until it is selected or
//! given a severity: a workspace may do without some of them.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! # Task Board
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! # Task Board
//! //- .GOV/roles_shared/START_HERE.md
//! //- .GOV/roles_shared/ARCHITECTURE.md
//! //- .GOV/roles_shared/ROLE_WORKTREES.md
//! //- .GOV/roles_shared/BOUNDARY_RULES.md
//! //- .GOV/roles_shared/EVIDENCE_LEDGER.md
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_PROTOCOL.md
//! //- .GOV/roles/orchestrator/agentic/AGENTIC_PROTOCOL.md
//! //- .GOV/roles/coder/CODER_PROTOCOL.md
//! //- .GOV/roles/validator/VALIDATOR_PROTOCOL.md
//! //- .GOV/templates/TASK_PACKET_TEMPLATE.md
//! //- .GOV/templates/TASK_PACKET_STUB_TEMPLATE.md
//! //- .GOV/templates/REFINEMENT_TEMPLATE.md
//! //- justfile
//! ````
//!
//! Source: Part 1; Part 2, pre-orchestration checklist.

use super::expected;
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

/// The files are not there to be marked, so the board is.
fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    let is_missing = |path: &String| workspace.surroundings.presence(path) == Some(Presence::Missing);
    let missing: Vec<String> = expected(&workspace.config.layout)
        .into_iter()
        .filter(is_missing)
        .map(|path| format!("`{path}`"))
        .collect();
    if !missing.is_empty() {
        report.at(board.place_in(""), format!("there is no {}", missing.join(", no ")));
    }
}
