//! # A Done entry has failed
//!
//! Nothing that failed is done; it needs a revision, or another state.
//!
//! ````md,bad
//! ## Done
//! - **[WP-1-Example]** - [FAIL]
//! ````
//!
//! ````md,good
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! ````
//!
//! Source: Part 2, task board review.

use super::entries;
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(board: &Document, report: &mut Report) {
    for entry in entries(board, &[State::Done]) {
        if let Some(token) = entry.token.filter(|token| token.of(&board.text) == "FAIL") {
            report.at(token, format!("{} is Done and FAIL", entry.id.of(&board.text)));
        }
    }
}
