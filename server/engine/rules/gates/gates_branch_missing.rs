//! # The branch of a work packet does not exist
//!
//! Its last PREPARE record names a branch that is neither here nor on a remote. Nothing is told where the history was cut off.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example"}]}
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- git:
//! branches main
//! ````
//!
//! ````md,good
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example"}]}
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- git:
//! branches feat/WP-1-Example main
//! ````
//!
//! Source: Worktree and branch gate [CX-WT-001]; Part 1, branching.

use super::prepared;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Gates],
    severity: Severity::Warning,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(log: &Document, workspace: &Workspace, report: &mut Report) {
    let branches = workspace.surroundings.git.as_ref().and_then(|git| git.branches.as_ref());
    let Some(branches) = branches else { return };
    for record in prepared(log, workspace) {
        let (Some(wp), Some(branch)) = (&record.wp, &record.branch) else { continue };
        if !branch.text.is_empty() && !branches.contains(&branch.text) {
            report.at(branch.range, format!("there is no branch `{}` for {}", branch.text, wp.text));
        }
    }
}
