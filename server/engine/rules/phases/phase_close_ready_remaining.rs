//! # A phase is closed while work is still to be done
//!
//! The phase gate of the scripts stops at the first entry of Ready for Dev.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** READY TO CLOSE
//!
//! 1. **[WP-1-Example]** - the store
//!    - Lead: Coder
//!    - Effort: 8 hours
//!    - Status: [READY FOR DEV]
//!    - Blocker: None
//!
//! ## Ready for Dev
//! - **[WP-1-Other]** - BLOCKED: x (ETA soon)
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** HOLDING
//!
//! 1. **[WP-1-Example]** - the store
//!    - Lead: Coder
//!    - Effort: 8 hours
//!    - Status: [READY FOR DEV]
//!    - Blocker: None
//!
//! ## Ready for Dev
//! - **[WP-1-Other]** - BLOCKED: x (ETA soon)
//! ````
//!
//! Source: Part 6.5 [CX-609B].

use super::claim;
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(board: &Document, report: &mut Report) {
    let Some(claim) = board.phase_gates().find_map(|gate| claim(board, gate)) else { return };
    for entry in board.board_entries().iter().filter(|entry| entry.state == State::Ready) {
        let id = entry.id.of(&board.text);
        report.at(entry.id, format!("{id} is still to be done, but the phase is said to be ready")).related(
            board.path.clone(),
            claim,
            "the claim",
        );
    }
}
