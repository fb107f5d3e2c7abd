//! # What is longer than two sentences
//!
//! Whoever cannot say it shortly has two packets in hand.
//!
//! ````md,bad
//! - What: Write batches in order. Sync them on close. Read them back on open.
//! ````
//!
//! ````md,good
//! - What: Write batches in order and sync them on close.
//! ````
//!
//! Off unless `taskpacket.toml` gives it a severity.
//!
//! Source: Part 3.5 [CX-603].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Hint, off: true, check: Check::Document(check), ..Rule::BASE };

/// In characters.
const LONGEST: usize = 400;

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::What).filter(|field| packet.is_said(field)) else { return };
    let said = packet.said(field);
    let sentences = said.text.split_inclusive(['.', '!', '?']).filter(|part| part.len() > 1);
    let ends = sentences.clone().filter(|part| part.ends_with(['.', '!', '?'])).count();
    // `v1.2` and `a.rs` hold a stop that ends nothing.
    let inner = said
        .text
        .as_bytes()
        .windows(2)
        .filter(|pair| pair[0] == b'.' && !pair[1].is_ascii_whitespace())
        .count();
    let sentences = ends.saturating_sub(inner);
    if sentences > 2 || said.text.chars().count() > LONGEST {
        report.at(
            said.range,
            format!("{sentences} sentences and {} characters; say it in two", said.text.chars().count()),
        );
    }
}
