//! # DONE_MEANS has no items
//!
//! The Validator answers each item with yes or no; running text has no items.
//!
//! ````md,bad
//! ### DONE_MEANS
//! The storage trait is there and everything uses it.
//! ````
//!
//! ````md,good
//! ### DONE_MEANS
//! - The storage trait has six methods (2.1.1)
//! ````
//!
//! Source: Part 3.5 [CX-606].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::list::Written;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::DoneMeans) else { return };
    // A field that says nothing is missing, which another rule says.
    if packet.items(field).written == Written::Prose && packet.is_said(field) {
        report.at(field.name, "DONE_MEANS has no items");
    }
}
