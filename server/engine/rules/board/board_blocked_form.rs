//! # A Blocked line has another form
//!
//! The id is what tools find, the reason what people read.
//!
//! ````md,bad
//! ## Blocked
//! - waiting for the store
//! ````
//!
//! ````md,good
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA 2026-04-01)
//! ````
//!
//! Source: Part 6.1; Part 7.2.

use super::{bullets, rewritten, trimmed};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::board::board_entry;
use crate::text::grammar::id::find_wp_ids;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(board: &Document, report: &mut Report) {
    for line in bullets(board, State::Blocked) {
        let words = trimmed(board, line);
        let written = words.of(&board.text);
        let plain = written.strip_prefix("- WP-").is_some_and(|rest| rest.contains(':'));
        let is_own = line.start == words.start && !written.starts_with("---");
        if is_own && !plain && board_entry(line.of(&board.text)).is_none() && !is_none(written) {
            let reason = find_wp_ids(written).next().map_or("", |id| &written[id.end..]);
            let reason = reason
                .trim_start_matches([']', '*', ' ', '-', ':', '('])
                .trim_start_matches("BLOCKED")
                .trim_start_matches([':', ' ']);
            let finding = report.at(words, "the form is `- **[WP_ID]** - BLOCKED: reason`");
            if let Some(edit) = rewritten(board, line, |id| format!("- **[{id}]** - BLOCKED: {reason}")) {
                finding.fix("Write it as the others", Safety::Review, vec![edit]);
            }
        }
    }
}

/// `- NONE` says that the section is empty on purpose.
fn is_none(written: &str) -> bool {
    let word = written.trim_start_matches(['-', ' ', '(', '*']).trim_end_matches([')', '*', '.']);
    word.eq_ignore_ascii_case("none")
}
