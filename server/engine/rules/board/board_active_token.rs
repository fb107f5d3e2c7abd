//! # A state stands in Active (Cross-Branch Status)
//!
//! This section shows who works where; it must not claim what only a Validator may say.
//!
//! ````md,bad
//! ## Active (Cross-Branch Status)
//! - **[WP-1-Example]** - [VALIDATED]
//! ````
//!
//! ````md,good
//! ## Active (Cross-Branch Status)
//! - **[WP-1-Example]** - [ACTIVE]
//! ````
//!
//! Source: Part 3, status sync scope.

use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::verdict::Verdict;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(board: &Document, report: &mut Report) {
    for entry in board.board_entries().iter().filter(|entry| entry.state == State::Active) {
        let Some(token) = entry.token else { continue };
        let word = token.of(&board.text);
        if word == "IN_PROGRESS" || Verdict::of_token(word).is_some() {
            report
                .at(token, format!("`{word}` belongs to a state; here it is ACTIVE"))
                .replace(token, "ACTIVE");
        }
    }
}
