//! # A worktree of the gates log is absolute
//!
//! It exists on one machine only.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example", "worktree_dir": "/home/mara/wt-WP-1-Example", "coder_id": "Coder-A"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example", "worktree_dir": "../wt-WP-1-Example", "coder_id": "Coder-A"}]}
//! ````
//!
//! Source: Drive-agnostic governance [CX-109].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Gates],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(log: &Document, report: &mut Report) {
    for record in log.gate_records() {
        let Some(worktree) = &record.worktree else { continue };
        let path = worktree.text.as_str();
        let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
        if drive || path.starts_with(['/', '\\', '~']) {
            let finding = report.at(worktree.range, format!("`{path}` is absolute"));
            if let Some(wp) = &record.wp {
                finding.replace(worktree.range, format!("../wt-{}", wp.text));
            }
        }
    }
}
