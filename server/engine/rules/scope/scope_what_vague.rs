//! # What names no change
//!
//! `Improve the store` is done when somebody says so.
//!
//! ````md,bad
//! - What: Improve the store
//! ````
//!
//! ````md,good
//! - What: Improve the store by writing a batch in one transaction instead of one per row.
//! ````
//!
//! Source: Part 3.5 [CX-603].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

const OPENINGS: &[&str] = &[
    "improve",
    "enhance",
    "better",
    "optimize",
    "optimise",
    "clean up",
    "handle",
    "support",
    "work on",
    "fix issues",
];
/// With more words than these the sentence goes on to say what changes.
const FEW: usize = 6;

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::What).filter(|field| packet.is_said(field)) else { return };
    let said = packet.said(field);
    let lower = said.text.to_ascii_lowercase();
    let opens = OPENINGS.iter().any(|opening| {
        lower.strip_prefix(opening).is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    });
    if opens && said.text.split_whitespace().count() <= FEW {
        report.at(said.range, format!("`{}` names no change; say what is different afterwards", said.text));
    } else if let Some(at) = lower.find(EVERYTHING) {
        let start = said.range.start + at;
        report.at(Range::new(start, start + EVERYTHING.len()), format!("`{EVERYTHING}` has no end"));
    }
}

const EVERYTHING: &str = "everything related to";
