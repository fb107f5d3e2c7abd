//! # OUT_OF_SCOPE has no items
//!
//! Prose cannot be ticked off; a list names each thing that stays untouched.
//!
//! ````md,bad
//! - OUT_OF_SCOPE:
//!
//!   The rest of the application stays as it is, for now at least.
//! ````
//!
//! ````md,good
//! - OUT_OF_SCOPE:
//!   - the reader -> WP-1-Reader
//! ````
//!
//! Source: Part 3.5 [CX-604B].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::OutOfScope).filter(|field| packet.is_said(field)) else { return };
    if packet.items(field).list.is_empty() {
        report.at(field.name, "OUT_OF_SCOPE has no items");
    }
}
