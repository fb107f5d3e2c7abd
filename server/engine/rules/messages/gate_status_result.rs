//! # RESULT is neither PASS nor FAIL nor BLOCKED
//!
//! A gate has no other outcome.
//!
//! ````md,bad
//! GATE_STATUS [CX-GATE-UX-001]
//! - PHASE: PRE_WORK
//! - GATE_RAN: just pre-work WP-1-Example
//! - RESULT: mostly fine
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

use super::{BASE, RESULTS, blocks, filled};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::Report;
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule { fix: FixPolicy::Review, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    for block in blocks(document, BlockKind::GateStatus) {
        let Some((place, said)) = filled(document, &block, "RESULT") else { continue };
        let word = said.split(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or(said);
        if !RESULTS.contains(&word) {
            let finding = report.at(place, format!("`{said}` is none of {}", RESULTS.join(", ")));
            for result in RESULTS {
                finding.replace(place, *result);
            }
        }
    }
}
