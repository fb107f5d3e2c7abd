//! # A search term is not in quotes
//!
//! Quotes show where a term begins and ends, and what belongs to a note.
//!
//! ````md,bad
//! - SEARCH_TERMS:
//!   - pub struct Store
//! ````
//!
//! ````md,good
//! - SEARCH_TERMS:
//!   - "pub struct Store" (the current one)
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::list::{Item, Written};
use crate::document::placeholder;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Safe, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::SearchTerms) else { return };
    let items = packet.items(field);
    if items.written != Written::List {
        return;
    }
    let is_bare = |item: &&Item| {
        let words = item.head.of(&packet.text);
        !words.starts_with(['"', '`', '\'']) && placeholder::class_with_note(words).is_none()
    };
    let bare: Vec<&Item> = items.list.iter().filter(is_bare).collect();
    // One habit is one finding, however many terms it meets.
    let Some(first) = bare.first() else { return };
    let words = first.head.of(&packet.text);
    let message = match bare.len() {
        1 => format!("`{words}` is not in quotes"),
        count => format!("`{words}` is not in quotes, the first of {count}"),
    };
    let quoted = |item: &&Item| Edit::replace(item.head, format!("\"{}\"", item.head.of(&packet.text)));
    let edits = bare.iter().map(quoted).collect();
    report.at(first.head, message).fix("Put the terms in quotes", Safety::Safe, edits);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn one_habit_is_told_once() {
        check(
            &RULE,
            "\
- SEARCH_TERMS:
  - \"quoted\"
  - bare
    ^^^^ `bare` is not in quotes, the first of 3
  - also bare
  - bare too
",
        );
    }
}
