//! # The phase gate does not say whether it holds
//!
//! `HOLDING` or `READY TO CLOSE` is what everybody looks for.
//!
//! ````md,bad
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! 1. **[WP-1-Example]** - the store
//!    - Lead: Coder
//!    - Effort: 8 hours
//!    - Status: [READY FOR DEV]
//!    - Blocker: None
//! ````
//!
//! ````md,good
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** HOLDING - 1 of 1 not validated
//!
//! 1. **[WP-1-Example]** - the store
//!    - Lead: Coder
//!    - Effort: 8 hours
//!    - Status: [READY FOR DEV]
//!    - Blocker: None
//! ````
//!
//! Source: Part 6.4 [CX-609].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Info,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(board: &Document, report: &mut Report) {
    for gate in board.phase_gates() {
        let says = board.lines_in(gate.body).any(|line| {
            let words = line.of(&board.text).trim_start();
            words.starts_with("**Status:**") || words.starts_with("Status:")
        });
        if !says {
            report.at(gate.title, "no `**Status:**` line, HOLDING or READY TO CLOSE").fix(
                "Insert `**Status:** HOLDING`",
                Safety::Review,
                vec![board.line_below(gate.heading.start, "**Status:** HOLDING")],
            );
        }
    }
}
