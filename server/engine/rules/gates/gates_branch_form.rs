//! # A branch of the gates log has a name of its own
//!
//! `feat/` and the id: so everybody finds the work of a packet.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "example", "worktree_dir": "../wt-WP-1-Example", "coder_id": "Coder-A"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example", "worktree_dir": "../wt-WP-1-Example", "coder_id": "Coder-A"}]}
//! ````
//!
//! Source: Branching and concurrency.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Gates], severity: Severity::Hint, check: Check::Document(check), ..Rule::BASE };

fn check(log: &Document, report: &mut Report) {
    for record in log.gate_records() {
        let (Some(wp), Some(branch)) = (&record.wp, &record.branch) else { continue };
        if branch.text != format!("feat/{}", wp.text) && !branch.text.is_empty() {
            report.at(branch.range, format!("`{}` is not feat/{}", branch.text, wp.text));
        }
    }
}
