//! # No DONE_MEANS item covers a section of SPEC_ANCHOR
//!
//! The other items cite what they fulfil; this section is anchored and then forgotten.
//!
//! ````md,bad
//! - SPEC_ANCHOR: 2.1.1 Batches, 2.1.2 Syncing
//! - DONE_MEANS:
//!   - Batches are written in order per 2.1.1
//! ````
//!
//! ````md,good
//! - SPEC_ANCHOR: 2.1.1 Batches, 2.1.2 Syncing
//! - DONE_MEANS:
//!   - Batches are written in order per 2.1.1
//!   - Files are synced per 2.1.2
//! ````
//!
//! Source: Part 5.4 [CX-602].

use crate::document::Document;
use crate::document::anchor::citations;
use crate::document::contract::label::Label;
use crate::document::spec::number::Number;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::DoneMeans) else { return };
    let whole = packet.whole(field);
    let cited: Vec<Number> = citations(whole.of(&packet.text), whole.start)
        .into_iter()
        .filter_map(|anchor| anchor.number)
        .collect();
    if cited.is_empty() {
        return;
    }
    for anchor in packet.spec_anchors() {
        // Inside a document that the specification holds verbatim, numbers are its own.
        let Some(number) = anchor.number.filter(|_| anchor.within.is_none() && !anchor.is_addendum) else {
            continue;
        };
        if !cited.iter().any(|known| number.is_within(*known) || known.is_within(number)) {
            report.at(anchor.range, format!("no DONE_MEANS item cites {number}"));
        }
    }
}
