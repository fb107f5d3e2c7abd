//! # One work packet has two signatures in the gates log
//!
//! A second signature needs a second packet.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "REFINEMENT", "timestamp": "2026-03-05T08:00:00Z"}, {"wpId": "WP-1-Example", "type": "SIGNATURE", "timestamp": "2026-03-05T08:15:00Z", "signature": "mara050320260915"}, {"wpId": "WP-1-Example", "type": "SIGNATURE", "timestamp": "2026-03-05T09:15:00Z", "signature": "mara050320260915"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "REFINEMENT", "timestamp": "2026-03-05T08:00:00Z"}, {"wpId": "WP-1-Example", "type": "SIGNATURE", "timestamp": "2026-03-05T08:15:00Z", "signature": "mara050320260915"}]}
//! ````
//!
//! Source: Part 2.5.7.

use crate::document::Document;
use crate::document::gates::Said;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Gates], severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(log: &Document, report: &mut Report) {
    let mut seen: Vec<&Said> = Vec::new();
    for record in log.gate_records() {
        let (Some(wp), Some(gate)) = (&record.wp, &record.gate) else { continue };
        if gate.text != "SIGNATURE" {
            continue;
        }
        match seen.iter().find(|other| other.text == wp.text) {
            Some(first) => {
                report.at(gate.range, format!("{} is signed above as well", wp.text)).related(
                    log.path.clone(),
                    first.range,
                    "the first signature",
                );
            }
            None => seen.push(wp),
        }
    }
}
