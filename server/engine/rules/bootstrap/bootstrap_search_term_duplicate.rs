//! # A search term is listed twice
//!
//! The second search finds what the first one found.
//!
//! ````md,bad
//! - SEARCH_TERMS:
//!   - "store"
//!   - `store`
//! ````
//!
//! ````md,good
//! - SEARCH_TERMS:
//!   - "store"
//!   - "Store"
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::SearchTerms) else { return };
    let mut seen: Vec<&str> = Vec::new();
    for item in &packet.items(field).list {
        let words = item.head.of(&packet.text);
        let term = words.trim_matches(['"', '`', '\'']);
        if placeholder::class_with_note(words).is_some() {
            continue;
        }
        if seen.contains(&term) {
            let finding = report.at(item.head, format!("`{term}` is listed already"));
            if item.marker.is_some() {
                finding.fix("Remove it", Safety::Review, vec![packet.without_lines(item.range)]);
            }
        } else {
            seen.push(term);
        }
    }
}
