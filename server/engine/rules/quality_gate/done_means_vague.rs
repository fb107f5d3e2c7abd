//! # A DONE_MEANS item cannot be checked
//!
//! `works well` has no yes or no.
//!
//! ````md,bad
//! ### DONE_MEANS
//! - Works well
//! ````
//!
//! ````md,good
//! ### DONE_MEANS
//! - All tests pass
//! ````
//!
//! Source: Part 3.5 [CX-606].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

const VAGUE: &[&str] = &[
    "works",
    "it works",
    "feature works",
    "works well",
    "works correctly",
    "works as expected",
    "tests pass",
    "done",
    "complete",
    "looks good",
    "clean",
    "validation clean",
];

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::DoneMeans) else { return };
    for item in &packet.items(field).list {
        // A tick or bold marks around the words do not matter.
        let words = item.head.of(&packet.text).trim_matches(|letter: char| !letter.is_ascii_alphanumeric());
        if VAGUE.iter().any(|vague| words.eq_ignore_ascii_case(vague)) {
            report.at(item.head, format!("`{words}` has no yes or no answer"));
        }
    }
}
