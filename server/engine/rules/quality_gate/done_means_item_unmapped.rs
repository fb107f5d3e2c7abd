//! # A DONE_MEANS item cites no section
//!
//! The items beside it do; this one is a wish of the packet alone.
//!
//! ````md,bad
//! - DONE_MEANS:
//!   - Batches are written in order per 2.1.1
//!   - Old files are removed
//! ````
//!
//! ````md,good
//! - DONE_MEANS:
//!   - Batches are written in order per 2.1.1
//!   - Old files are removed per 2.1.2
//!   - All tests pass
//! ````
//!
//! Source: Part 5.4 [CX-602].

use super::{cites, names_a_check};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Hint, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::DoneMeans) else { return };
    let items = packet.items(field);
    // Where no item cites anything, one finding says so.
    if !items.list.iter().any(|item| cites(packet, item)) {
        return;
    }
    for item in &items.list {
        let words = item.range.of(&packet.text);
        if !cites(packet, item)
            && !names_a_check(words)
            && placeholder::class(item.head.of(&packet.text)).is_none()
        {
            report.at(item.head, "cites no section or clause of the specification, and names no check");
        }
    }
}
