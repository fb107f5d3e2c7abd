//! # A stub line has another form
//!
//! The token keeps a stub from being taken for work that may start.
//!
//! ````md,bad
//! ## Stub Backlog (Not Activated)
//! - **[WP-1-Example]**
//! ````
//!
//! ````md,good
//! ## Stub Backlog (Not Activated)
//! - **[WP-1-Example]** - [STUB]
//! ````
//!
//! Source: Part 6.1.

use super::{entries, trimmed};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(board: &Document, report: &mut Report) {
    for entry in entries(board, &[State::StubBacklog]) {
        if entry.token.map(|token| token.of(&board.text)) != Some("STUB") {
            report.at(trimmed(board, entry.line), "the form is `- **[WP_ID]** - [STUB]`");
        }
    }
}
