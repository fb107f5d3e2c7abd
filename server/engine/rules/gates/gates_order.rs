//! # The gates of a work packet were passed in another order
//!
//! First the refinement, then the signature, then the preparation.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "REFINEMENT", "timestamp": "2026-03-05T08:30:00Z"}, {"wpId": "WP-1-Example", "type": "SIGNATURE", "timestamp": "2026-03-05T08:15:00Z", "signature": "mara050320260915"}, {"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "REFINEMENT", "timestamp": "2026-03-05T08:00:00Z"}, {"wpId": "WP-1-Example", "type": "SIGNATURE", "timestamp": "2026-03-05T08:15:00Z", "signature": "mara050320260915"}, {"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z"}]}
//! ````
//!
//! Source: Stop-work gate; Part 2.5.7.

use super::{last, time};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Gates], severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(log: &Document, report: &mut Report) {
    let records = log.gate_records();
    let mut told: Vec<&str> = Vec::new();
    for record in records {
        let Some(wp) = record.wp.as_ref().filter(|wp| !told.contains(&wp.text.as_str())) else { continue };
        told.push(&wp.text);
        let gates = ["REFINEMENT", "SIGNATURE", "PREPARE"].map(|gate| last(records, &wp.text, gate));
        for (before, after) in [(gates[0], gates[1]), (gates[1], gates[2])] {
            let (Some(before), Some(after)) = (before, after) else { continue };
            let (Some(first), Some(second)) = (time(before), time(after)) else { continue };
            if second < first
                && let (Some(one), Some(other), Some(place)) = (&after.gate, &before.gate, &after.timestamp)
            {
                report.at(
                    place.range,
                    format!("{} of {} is earlier than its {}", one.text, wp.text, other.text),
                );
            }
        }
    }
}
