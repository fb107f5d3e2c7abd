//! # The board has a section that means no state
//!
//! An entry there is nowhere: it is not ready, not in progress and not done.
//!
//! ````md,bad
//! ## Someday
//! - **[WP-1-Example]**
//! ````
//!
//! ````md,good
//! ## Ready for Dev
//! - **[WP-1-Example]**
//! ````
//!
//! Source: Part 6.1.

use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Hint, check: Check::Document(check), ..Rule::BASE };

fn check(board: &Document, report: &mut Report) {
    for section in board.sections().iter().filter(|section| section.level == 2) {
        let name = section.name.as_str();
        let known = ["CLOSURE_GATE", "SPEC_AUTHORITY"].iter().any(|part| name.contains(part));
        // Prose for people needs no state; entries do.
        let holds_entries = board.board_entries().iter().any(|entry| section.body.contains(entry.line));
        if State::of(section) == State::Other && !known && holds_entries {
            report.at(
                section.title,
                format!("`{}` is no state of a work packet", section.title.of(&board.text)),
            );
        }
    }
}
