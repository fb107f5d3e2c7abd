//! # A Blocked entry says no time
//!
//! With a date people know when to look again.
//!
//! ````md,bad
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: WP-1-Storage
//! ````
//!
//! ````md,good
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA 2026-04-01)
//! ````
//!
//! Source: Part 2, task board review.

use super::{entries, reason};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::document::template::Insertion;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Info,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(board: &Document, report: &mut Report) {
    for entry in entries(board, &[State::Blocked]) {
        let words = reason(board, entry);
        let bare =
            words.trim_start_matches("[BLOCKED]").trim_start_matches("BLOCKED").trim_matches([':', ' ', '-']);
        if !bare.is_empty() && !words.to_ascii_uppercase().contains("ETA") {
            let eta = Insertion { at: entry.rest.end, snippet: " (ETA ${1:YYYY-MM-DD})".into(), place: 0 };
            report.at(entry.rest, "no ETA in the reason").insert("Append an ETA", Some(eta));
        }
    }
}
