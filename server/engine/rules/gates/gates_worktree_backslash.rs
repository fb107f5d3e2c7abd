//! # A worktree of the gates log has backslashes
//!
//! Version control writes paths with `/`.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example", "worktree_dir": "..\\wt-WP-1-Example", "coder_id": "Coder-A"}]}
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
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(log: &Document, report: &mut Report) {
    for worktree in log.gate_records().iter().filter_map(|record| record.worktree.as_ref()) {
        if worktree.text.contains('\\') {
            report
                .at(worktree.range, format!("`{}` is written with backslashes", worktree.text))
                .replace(worktree.range, worktree.text.replace('\\', "/"));
        }
    }
}
