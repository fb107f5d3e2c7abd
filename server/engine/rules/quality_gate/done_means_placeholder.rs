//! # A DONE_MEANS item is still a placeholder
//!
//! The Validator cannot check what was never written.
//!
//! ````md,bad
//! ### DONE_MEANS
//! - measurable criterion 1
//! - All tests pass
//! ````
//!
//! ````md,good
//! ### DONE_MEANS
//! - The storage trait has six methods (2.1.1)
//! - All tests pass
//! ````
//!
//! Source: Part 3.5 [CX-606].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::DoneMeans) else { return };
    // A list of nothing but placeholders is missing, which another rule says.
    if !packet.is_said(field) {
        return;
    }
    for item in &packet.items(field).list {
        let words = item.head.of(&packet.text);
        if !words.is_empty() && placeholder::class_with_note(words).is_some() {
            report.at(item.head, format!("`{words}` is a placeholder"));
        }
    }
}
