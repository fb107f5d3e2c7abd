//! # WHY is longer than two sentences
//!
//! The output of the gate stands above; this is its reason in short.
//!
//! ````md,bad
//! GATE_STATUS [CX-GATE-UX-001]
//! - PHASE: PRE_WORK
//! - GATE_RAN: just pre-work WP-1-Example
//! - RESULT: PASS
//! - WHY: All checks passed. The packet is complete. The branch is right.
//! ````
//!
//! ````md,good
//! GATE_STATUS [CX-GATE-UX-001]
//! - PHASE: PRE_WORK
//! - GATE_RAN: just pre-work WP-1-Example
//! - RESULT: PASS
//! - WHY: All checks passed. The branch is right, e.g. feat/WP-1-Example.
//! ````
//!
//! Source: Gate visibility output [CX-GATE-UX-001].

use super::{BASE, blocks, filled};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Hint, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    for block in blocks(document, BlockKind::GateStatus) {
        let Some((place, said)) = filled(document, &block, "WHY") else { continue };
        let count = sentences(said);
        if count > 2 {
            report.at(place, format!("{count} sentences; one or two are enough"));
        }
    }
}

/// A sentence ends where a stop, a space and a capital follow each other, and at the end.
fn sentences(said: &str) -> usize {
    let letters: Vec<char> = said.chars().collect();
    let ends = |three: &&[char]| ".!?".contains(three[0]) && three[1] == ' ' && three[2].is_uppercase();
    letters.windows(3).filter(ends).count() + 1
}
