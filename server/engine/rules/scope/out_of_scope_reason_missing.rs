//! # An OUT_OF_SCOPE item has no reason
//!
//! With its reason, a later reader knows whether the exclusion still holds.
//!
//! ````md,bad
//! - OUT_OF_SCOPE:
//!   - the reader
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
use crate::document::list::Written;
use crate::document::placeholder;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::OutOfScope).filter(|field| packet.is_said(field)) else { return };
    let items = packet.items(field);
    if items.written != Written::List {
        return;
    }
    for item in &items.list {
        let words = item.range.of(&packet.text);
        let has_reason =
            ["->", "(", ";", ": ", " - ", " -- ", "\u{2192}", "\u{2013}", "\u{2014}", " because "]
                .iter()
                .any(|mark| words.contains(mark));
        if !has_reason && placeholder::class_with_note(item.head.of(&packet.text)).is_none() {
            report.at(item.head, "no reason, such as ` -> separate WP`").fix(
                "Append ` -> separate WP`",
                Safety::Review,
                vec![Edit::insert(item.head.end, " -> separate WP")],
            );
        }
    }
}
