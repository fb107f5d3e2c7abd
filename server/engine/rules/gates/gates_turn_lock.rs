//! # A signature follows its refinement at once
//!
//! In less than ten seconds nobody has read the refinement; the gate calls it one turn.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "REFINEMENT", "timestamp": "2026-03-05T08:00:00Z"}, {"wpId": "WP-1-Example", "type": "SIGNATURE", "timestamp": "2026-03-05T08:00:05Z", "signature": "mara050320260915"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "REFINEMENT", "timestamp": "2026-03-05T08:00:00Z"}, {"wpId": "WP-1-Example", "type": "SIGNATURE", "timestamp": "2026-03-05T08:15:00Z", "signature": "mara050320260915"}]}
//! ````
//!
//! Source: Part 2.5.7.

use super::{last, time};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Gates], severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

/// In milliseconds, as the gate counts.
const TURN: i64 = 10_000;

fn check(log: &Document, report: &mut Report) {
    let records = log.gate_records();
    for (at, record) in records.iter().enumerate() {
        let (Some(wp), Some(gate)) = (&record.wp, &record.gate) else { continue };
        if gate.text != "SIGNATURE" {
            continue;
        }
        let Some(refinement) = last(&records[..at], &wp.text, "REFINEMENT") else { continue };
        let (Some(before), Some(after)) = (time(refinement), time(record)) else { continue };
        if (0..TURN).contains(&(after - before))
            && let Some(place) = &record.timestamp
        {
            let seconds = (after - before) / 1000;
            report.at(
                place.range,
                format!("{seconds} s after its refinement; the gate asks for at least 10 s"),
            );
        }
    }
}
