//! # A Done line has another form
//!
//! The board check accepts this form and no other in this section, not even a ruler.
//!
//! ````md,bad
//! ## Done
//! - **[WP-1-Example]** - [MERGED]
//! ````
//!
//! ````md,good
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! ````
//!
//! Source: Part 6.1; Part 4 [CX-601].

use super::{bullets, rewritten, trimmed};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::board::is_board_done;
use crate::text::grammar::verdict::Verdict;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(board: &Document, report: &mut Report) {
    for line in bullets(board, State::Done) {
        if !is_board_done(line.of(&board.text)) {
            let finding = report.at(
                trimmed(board, line),
                "the form is `- **[WP_ID]** - [VALIDATED]`, `[FAIL]` or `[OUTDATED_ONLY]`",
            );
            // Which of the three only the reports say.
            let words = line.of(&board.text).to_ascii_uppercase();
            let tokens = Verdict::ALL.map(Verdict::token);
            let known = tokens.into_iter().rev().find(|token| words.contains(token));
            for token in known.map_or(tokens.to_vec(), |token| vec![token]) {
                if let Some(edit) = rewritten(board, line, |id| format!("- **[{id}]** - [{token}]")) {
                    finding.fix(format!("Write it as [{token}]"), Safety::Review, vec![edit]);
                }
            }
        }
    }
}
