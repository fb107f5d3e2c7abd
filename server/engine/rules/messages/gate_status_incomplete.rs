//! # GATE_STATUS leaves out what it must say
//!
//! Where the work stands, which gate ran, how it ended and why.
//!
//! ````md,bad
//! GATE_STATUS [CX-GATE-UX-001]
//! - PHASE: PRE_WORK
//! - RESULT: PASS
//! - WHY: All checks passed.
//! ````
//!
//! ````md,good
//! GATE_STATUS [CX-GATE-UX-001]
//! - PHASE: PRE_WORK
//! - GATE_RAN: just pre-work WP-1-Example
//! - RESULT: PASS
//! - WHY: All checks passed.
//! ````
//!
//! Source: Gate visibility output [CX-GATE-UX-001].

use super::{BASE, behind_entries, blocks, lacks, stop};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::Report;
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule { fix: FixPolicy::Review, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    for block in blocks(document, BlockKind::GateStatus) {
        let missing = lacks(document, &block, &["PHASE", "GATE_RAN", "RESULT", "WHY"]);
        if !missing.is_empty() {
            let lines: Vec<String> = missing
                .iter()
                .enumerate()
                .map(|(at, key)| format!("\n- {key}: {}", stop(key, at + 1)))
                .collect();
            report
                .at(block.header, format!("the block has no {}", missing.join(", ")))
                .insert("Insert what is missing", Some(behind_entries(document, &block, &lines.concat())));
        }
    }
}
