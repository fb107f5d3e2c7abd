//! # The board has no phase closure gates
//!
//! Nobody sees what must be validated before the phase ends.
//!
//! ````md,bad
//! # Task Board
//! ## In Progress
//! ````
//!
//! ````md,good
//! # Task Board
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** HOLDING
//! ````
//!
//! Source: Part 6.1; Part 6.4 [CX-609].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::template;
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
    if board.phase_gates().next().is_none() {
        let text = "## PHASE ${1} CLOSURE GATES (BLOCKING)\n**Status:** HOLDING\n\n1. ${2:WP-1-Name} [GAP]\n\nPhase closure criteria:\n\
            - [ ] All gate-critical WPs are VALIDATED\n- [ ] All dependencies resolved";
        report
            .at(board.place_in(""), "no section `## PHASE n CLOSURE GATES`")
            .insert("Insert the phase closure gates", template::block(board, "", text));
    }
}
