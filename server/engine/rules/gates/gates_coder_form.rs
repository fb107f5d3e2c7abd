//! # A Coder of the gates log has a name of another form
//!
//! `Coder-` and a letter or number, as everywhere else.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example", "worktree_dir": "../wt-WP-1-Example", "coder_id": "mara"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example", "worktree_dir": "../wt-WP-1-Example", "coder_id": "Coder-A"}]}
//! ````
//!
//! Source: Stop-work gate.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Gates], severity: Severity::Hint, check: Check::Document(check), ..Rule::BASE };

fn check(log: &Document, report: &mut Report) {
    for coder in log.gate_records().iter().filter_map(|record| record.coder.as_ref()) {
        let name = coder.text.strip_prefix("Coder-").unwrap_or("");
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            report.at(coder.range, format!("`{}` is not of the form Coder-A", coder.text));
        }
    }
}
