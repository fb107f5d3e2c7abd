//! # An In Progress line has another form
//!
//! The board check accepts this form and no other in this section, not even a ruler.
//!
//! ````md,bad
//! ## In Progress
//! - **[WP-1-Example]** - started today
//! ````
//!
//! ````md,good
//! ## In Progress
//! - **[WP-1-Example]** - [IN_PROGRESS]
//! ````
//!
//! Source: Part 6.1; Part 4 [CX-601].

use super::{bullets, rewritten, trimmed};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::board::is_board_in_progress;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(board: &Document, report: &mut Report) {
    for line in bullets(board, State::InProgress) {
        if !is_board_in_progress(line.of(&board.text)) {
            let finding = report.at(trimmed(board, line), "the form is `- **[WP_ID]** - [IN_PROGRESS]`");
            if let Some(edit) = rewritten(board, line, |id| format!("- **[{id}]** - [IN_PROGRESS]")) {
                finding.fix("Write it as the board check reads it", Safety::Review, vec![edit]);
            }
        }
    }
}
