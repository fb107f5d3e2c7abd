//! # A Ready for Dev line has another form
//!
//! An id in brackets is what tools find; anything else is a note.
//!
//! ````md,bad
//! ## Ready for Dev
//! - WP-1-Example
//! ````
//!
//! ````md,good
//! ## Ready for Dev
//! - **[WP-1-Example]** - [READY_FOR_DEV]
//! ````
//!
//! Source: Part 6.1.

use super::{bullets, rewritten, trimmed};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::board::board_entry;
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(board: &Document, report: &mut Report) {
    for line in bullets(board, State::Ready) {
        let words = trimmed(board, line);
        let Some(read) = board_entry(line.of(&board.text)) else {
            // Indented lines and rulers belong to the entry above them.
            let is_own = line.start == words.start && !words.of(&board.text).starts_with("---");
            if is_own {
                let finding = report.at(words, "the form is `- **[WP_ID]**`");
                if let Some(edit) = rewritten(board, line, |id| format!("- **[{id}]**")) {
                    finding.fix("Write it as the others", Safety::Review, vec![edit]);
                }
            }
            continue;
        };
        let Some(token) = read.token else { continue };
        let word = token.of(line.of(&board.text));
        if word != "READY_FOR_DEV" {
            let range = Range::new(line.start + token.start, line.start + token.end);
            report
                .at(range, format!("`{word}` is no token of Ready for Dev"))
                .replace(range, "READY_FOR_DEV");
        }
    }
}
