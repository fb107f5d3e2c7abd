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
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(board: &Document, report: &mut Report) {
    for entry in entries(board, &[State::StubBacklog]) {
        if entry.token.map(|token| token.of(&board.text)) != Some("STUB") {
            let finding = report.at(trimmed(board, entry.line), "the form is `- **[WP_ID]** - [STUB]`");
            if let Some(token) = entry.token {
                finding.replace(token, "STUB");
            } else if entry.rest.is_empty() {
                let line = format!("- **[{}]** - [STUB]", entry.id.of(&board.text));
                finding.replace(entry.line, line);
            }
        }
    }
}
