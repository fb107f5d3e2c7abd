//! # A line of Active (Cross-Branch Status) has another form
//!
//! Who works where, and when it was last seen: that is all this section holds.
//!
//! ````md,bad
//! ## Active (Cross-Branch Status)
//! - **[WP-1-Example]** - in progress
//! ````
//!
//! ````md,good
//! ## Active (Cross-Branch Status)
//! - **[WP-1-Example]** - [ACTIVE] - branch: feat/WP-1-Example - coder: Coder-A
//! ````
//!
//! Source: Part 6.1.

use super::{bullets, rewritten, trimmed};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::board::{board_entry, is_board_active};
use crate::text::grammar::verdict::Verdict;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Info,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(board: &Document, report: &mut Report) {
    for line in bullets(board, State::Active) {
        let is_entry = board_entry(line.of(&board.text)).is_some();
        if is_entry && !is_board_active(line.of(&board.text)) && !is_state(line.of(&board.text)) {
            let finding = report
                .at(trimmed(board, line), "the form is `- **[WP_ID]** - [ACTIVE] - branch: .. - coder: ..`");
            if let Some(edit) = rewritten(board, line, |id| format!("- **[{id}]** - [ACTIVE]")) {
                finding.fix("Write it as the others", Safety::Review, vec![edit]);
            }
        }
    }
}

/// A token of another section is told by its own rule.
fn is_state(line: &str) -> bool {
    let verdicts = Verdict::ALL.map(Verdict::token);
    verdicts.iter().chain(&["IN_PROGRESS"]).any(|token| line.contains(&format!("[{token}]")))
}
