//! # A Blocked entry has no reason
//!
//! Whoever could remove the obstacle must be able to read what it is.
//!
//! ````md,bad
//! ## Blocked
//! - **[WP-1-Example]**
//! ````
//!
//! ````md,good
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA 2026-04-01)
//! ````
//!
//! Source: Part 6.1; Part 7.2.

use super::{entries, reason};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::document::template::Insertion;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(board: &Document, report: &mut Report) {
    for entry in entries(board, &[State::Blocked]) {
        let words = reason(board, entry).trim_start_matches("[BLOCKED]").trim_start_matches("BLOCKED");
        if words.trim_matches([':', ' ', '-']).is_empty() {
            let start = entry.id.end + "]**".len();
            let reason = Insertion {
                at: entry.line.end,
                snippet: " - BLOCKED: ${1:by what} (ETA ${2:YYYY-MM-DD})".into(),
                place: 0,
            };
            let is_bare = entry.line.end <= start;
            report
                .at(entry.id, format!("nothing says what blocks {}", entry.id.of(&board.text)))
                .insert("Say what blocks it", is_bare.then_some(reason));
        }
    }
}
