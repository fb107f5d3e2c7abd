//! # A phase is closed over work that is not validated
//!
//! Done is what the Validator says; a phase is done when all of it is.
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
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! ````md,good
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
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 6.5 [CX-609B].

use super::{claim, is_validated};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::phase_gate::GateEntry;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for gate in board.phase_gates() {
        let Some(claim) = claim(board, gate) else { continue };
        for GateEntry { id: place, .. } in board.gate_entries(gate) {
            let id = place.of(&board.text);
            if !is_validated(id, workspace) {
                report
                    .at(place, format!("{id} is not validated, but the phase is said to be ready"))
                    .related(board.path.clone(), claim, "the claim");
            }
        }
    }
}
