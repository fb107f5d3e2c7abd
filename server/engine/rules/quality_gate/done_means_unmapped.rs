//! # No DONE_MEANS item cites the specification
//!
//! Each criterion stands for a sentence of the Main Body; without a section nobody can compare them.
//!
//! ````md,bad
//! - DONE_MEANS:
//!   - Batches are written in order
//!   - All tests pass
//! ````
//!
//! ````md,good
//! - DONE_MEANS:
//!   - Batches are written in order per 2.1.1 [STO-001]
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

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::DoneMeans) else { return };
    let items = packet.items(field);
    let mut claims =
        items.list.iter().filter(|item| placeholder::class(item.head.of(&packet.text)).is_none());
    let checks_only = claims.clone().all(|item| names_a_check(item.range.of(&packet.text)));
    if !checks_only && !claims.any(|item| cites(packet, item)) {
        report.at(field.name, "no DONE_MEANS item cites a section or clause of the specification");
    }
}
