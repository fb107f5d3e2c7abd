//! # A record of the gates log says too little
//!
//! Which work packet, which gate, and when: without these nobody can put it in order.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "REFINEMENT"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "REFINEMENT", "timestamp": "2026-03-05T08:00:00Z"}]}
//! ````
//!
//! Source: Part 2.5.7.

use super::time;
use crate::document::Document;
use crate::document::gates::Gate;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Gates], severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(log: &Document, report: &mut Report) {
    for record in log.gate_records() {
        let opening = Range::new(record.range.start, record.range.start + 1);
        if record.wp.is_none() {
            report.at(opening, "the record has no `wpId`");
        }
        match &record.gate {
            None => _ = report.at(opening, "the record has no `type`"),
            Some(gate) if Gate::of(&gate.text).is_none() => {
                report.at(
                    gate.range,
                    format!("`{}` is no gate; they are REFINEMENT, SIGNATURE and PREPARE", gate.text),
                );
            }
            Some(_) => {}
        }
        match &record.timestamp {
            None => _ = report.at(opening, "the record has no `timestamp`"),
            Some(written) if time(record).is_none() => {
                report.at(written.range, format!("`{}` is no time", written.text));
            }
            Some(_) => {}
        }
    }
}
