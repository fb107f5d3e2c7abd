//! # The example of the template is left in the mapping
//!
//! Among real entries it looks like one.
//!
//! ````md,bad
//! ## EVIDENCE_MAPPING
//! - REQUIREMENT: "Batches are written in order"
//!   - EVIDENCE: `src/store/batch.rs:10`
//!   - EVIDENCE: `path/to/file:line`
//! ````
//!
//! ````md,good
//! ## EVIDENCE_MAPPING
//! - REQUIREMENT: "Batches are written in order"
//!   - EVIDENCE: `src/store/batch.rs:10`
//! ````
//!
//! Source: Part 1 [CX-598]; Part 3, no collapsed pass signals.

use super::{says, section};
use crate::document::Document;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = section(packet, "EVIDENCE_MAPPING") else { return };
    if !says(packet, section) {
        return;
    }
    for line in packet.lines_in(section.body) {
        let words = line.of(&packet.text);
        if let Some(at) = words.find("path/to/file") {
            let range = Range::new(line.start + at, line.start + words.trim_end().len());
            report.at(range, "an example of the template is left here").fix(
                "Remove the line",
                Safety::Review,
                vec![packet.without_lines(line)],
            );
        }
    }
}
