//! # An assumption is not marked as one
//!
//! Marked, it is found by whoever can confirm it.
//!
//! ````md,bad
//! - Assumptions:
//!   - batches are small
//! ````
//!
//! ````md,good
//! - Assumptions:
//!   - ASSUMPTION: batches are small
//! ````
//!
//! Off unless `taskpacket.toml` gives it a severity.
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule = Rule {
    severity: Severity::Hint,
    off: true,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::Assumptions).filter(|field| packet.is_said(field)) else { return };
    for item in &packet.items(field).list {
        let words = item.range.of(&packet.text).to_ascii_uppercase();
        if !words.contains("ASSUMPTION") && words != "NONE" && words != "N/A" {
            report.at(item.head, "not marked as ASSUMPTION").fix(
                "Mark it as ASSUMPTION",
                Safety::Review,
                vec![Edit::insert(item.head.start, "ASSUMPTION: ")],
            );
        }
    }
}
