//! # No DONE_MEANS item says MUST or SHOULD
//!
//! Items in the words of the specification leave no room for reading.
//!
//! ````md,bad
//! - DONE_MEANS:
//!   - Batches are written in order
//! ````
//!
//! ````md,good
//! - DONE_MEANS:
//!   - Batches MUST be written in order
//! ````
//!
//! Off unless `taskpacket.toml` gives it a severity.
//!
//! Source: Part 3.5 [CX-606].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Hint, off: true, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::DoneMeans).filter(|field| packet.is_said(field)) else { return };
    let words = packet.whole(field).of(&packet.text);
    if !["MUST", "SHOULD", "SHALL"].iter().any(|word| words.contains(word)) {
        report.at(field.name, "no item says MUST or SHOULD");
    }
}
