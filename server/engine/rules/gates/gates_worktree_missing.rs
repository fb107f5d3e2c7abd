//! # The worktree of a work packet does not exist
//!
//! Its last PREPARE record names a worktree that is not linked to this repository. Nothing is told in CI.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "worktree_dir": "../wt-WP-1-Example"}]}
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- git:
//! worktree ../wt-WP-1-Console feat/WP-1-Console
//! ````
//!
//! ````md,good
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "worktree_dir": "../wt-WP-1-Example"}]}
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- git:
//! worktree ../wt-WP-1-Example feat/WP-1-Example
//! ````
//!
//! Source: Worktree and branch gate [CX-WT-001].

use super::prepared;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Gates], severity: Severity::Info, check: Check::Surroundings(check), ..Rule::BASE };

fn check(log: &Document, workspace: &Workspace, report: &mut Report) {
    let worktrees = workspace.surroundings.git.as_ref().and_then(|git| git.worktrees.as_ref());
    let Some(linked) = worktrees else { return };
    for record in prepared(log, workspace) {
        let (Some(wp), Some(worktree)) = (&record.wp, &record.worktree) else { continue };
        let place = worktree.text.replace('\\', "/");
        let place = place.trim_end_matches('/').trim_start_matches("./");
        // An absolute place has a rule of its own.
        let is_judged = place.starts_with("../")
            || !place.is_empty() && !place.contains(':') && !place.starts_with(['/', '~']);
        if is_judged && !linked.iter().any(|linked| linked.path == place) {
            report.at(worktree.range, format!("there is no worktree `{}` for {}", worktree.text, wp.text));
        }
    }
}
