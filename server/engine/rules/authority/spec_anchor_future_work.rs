//! # The spec anchor points at work of a later phase
//!
//! What the specification only hopes for cannot be built and judged today.
//!
//! ````md,bad
//! - SPEC_ANCHOR: 2.1.1 Batches (Future Work)
//! ````
//!
//! ````md,good
//! - SPEC_ANCHOR: 2.1.1 Batches
//! ````
//!
//! Source: Part 5.2 [CX-601].

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for anchor in packet.spec_anchors() {
        let words = anchor.range.of(&packet.text);
        if let Some(found) = future(words) {
            let range = Range::new(anchor.range.start + found.start, anchor.range.start + found.end);
            report.at(range, format!("`{}` is not for this phase", range.of(&packet.text)));
        }
    }
}

/// `Future Work`, `aspirational`, or a phase from the second on.
pub(super) fn future(words: &str) -> Option<Range> {
    let lower = words.to_ascii_lowercase();
    for phrase in ["future work", "aspirational"] {
        if let Some(at) = lower.find(phrase) {
            return Some(Range::new(at, at + phrase.len()));
        }
    }
    lower.match_indices("phase ").find_map(|(at, phrase)| {
        let digit = at + phrase.len();
        let follows = lower.as_bytes().get(digit + 1).is_some_and(u8::is_ascii_digit);
        let later = matches!(lower.as_bytes().get(digit), Some(b'2'..=b'9')) && !follows;
        later.then(|| Range::new(at, digit + 1))
    })
}
