//! # The gates log cannot be read
//!
//! Every gate starts from it; a log that is no JSON stops them all.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [}
//! ````
//!
//! ````md,good
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "REFINEMENT", "timestamp": "2026-03-05T08:00:00Z"}]}
//! ````
//!
//! Source: Part 2.5.7.

use crate::document::Document;
use crate::document::gates::Log;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Gates], severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(log: &Document, report: &mut Report) {
    match log.gates_log() {
        Log::Records(_) => {}
        Log::NoLogs => _ = report.at(Range::new(0, log.text.len().min(1)), "no array `gate_logs`"),
        Log::NotJson(error) => {
            let at = error.at.min(log.text.len());
            let end = log.text[at..].chars().next().map_or(at, |letter| at + letter.len_utf8());
            report.at(Range::new(at, end), format!("this is not JSON: {}", error.message));
        }
    }
}
