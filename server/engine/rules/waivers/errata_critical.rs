//! # An ERRATA note changes what the packet is about
//!
//! A note may correct a reference. Where the right section lies in another part of the specification, the work is another
//! one: that takes a variant of the packet, approved anew. Sections that share their first two numbers count as one part.
//!
//! ````md,bad
//! ## ERRATA
//! - **Original SPEC_ANCHOR:** 2.3.12
//! - **Correct SPEC_ANCHOR:** 4.1.2
//! ````
//!
//! ````md,good
//! ## ERRATA
//! - **Original SPEC_ANCHOR:** 2.3.12
//! - **Correct SPEC_ANCHOR:** 2.3.12.3
//! ````
//!
//! Source: Part 3, error recovery [CX-611].

use super::corrected;
use crate::document::Document;
use crate::document::anchor::Anchor;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for corrected in corrected(packet) {
        let part = |anchor: &Anchor| anchor.number.and_then(|number| number.first(2));
        let original: Vec<_> = corrected.original.iter().filter_map(part).collect();
        let apart = |anchor: &&Anchor| part(anchor).is_some_and(|part| !original.contains(&part));
        let Some(anchor) = corrected.correct.iter().find(apart).filter(|_| !original.is_empty()) else {
            continue;
        };
        let message = format!(
            "`{}` is in another part of the specification; that is a variant, no correction",
            anchor.range.of(&packet.text)
        );
        report.at(anchor.range, message);
    }
}
