//! # A phase is closed while a waiver still runs
//!
//! A waiver ends with its phase. One that goes on must have been looked at again: the entry says `Revalidated`.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** READY TO CLOSE
//!
//! 1. WP-1-Example [VALIDATED]
//! //- .GOV/task_packets/WP-1-Example.md
//! ## WAIVERS GRANTED
//! - Waiver ID: WAIVER-7
//!   - Date: 2026-03-01
//!   - Expiry: 2026-06-01
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** READY TO CLOSE
//!
//! 1. WP-1-Example [VALIDATED]
//! //- .GOV/task_packets/WP-1-Example.md
//! ## WAIVERS GRANTED
//! - Waiver ID: WAIVER-7
//!   - Date: 2026-03-01
//!   - Expiry: 2026-06-01
//!   - Revalidated: 2026-03-09, for phase 2
//! ````
//!
//! Source: Waivers [CX-573F]; Part 6.4 [CX-609].

use super::{claim, open_waivers};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Warning,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for gate in board.phase_gates() {
        let Some(claim) = claim(board, gate) else { continue };
        let open = open_waivers(board, gate, workspace);
        for entry in board.gate_entries(gate) {
            let id = entry.id.of(&board.text);
            for (_, what) in open.iter().filter(|(packet, _)| *packet == id) {
                report.at(entry.id, format!("{what}, but the phase is said to be ready")).related(
                    board.path.clone(),
                    claim,
                    "the claim",
                );
            }
        }
    }
}
