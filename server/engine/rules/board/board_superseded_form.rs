//! # A Superseded line has another form
//!
//! The board check accepts this form and no other in this section, not even a ruler.
//!
//! ````md,bad
//! ## Superseded (Archive)
//! - **[WP-1-Example]** - SUPERSEDED: by v2
//! ````
//!
//! ````md,good
//! ## Superseded (Archive)
//! - **[WP-1-Example]** - [SUPERSEDED]
//! ````
//!
//! Source: Part 6.1; Part 4 [CX-601].

use super::{bullets, trimmed};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::board::is_board_superseded;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(board: &Document, report: &mut Report) {
    for line in bullets(board, State::Superseded) {
        if !is_board_superseded(line.of(&board.text)) {
            report.at(
                trimmed(board, line),
                "the form is `- **[WP_ID]** - [SUPERSEDED]`; the reason belongs in the packet",
            );
        }
    }
}
