//! # A ticked criterion of the phase gate does not hold
//!
//! Its own board says otherwise: a work packet is not validated, something is blocked, a dependency is open, a waiver still
//! runs, or the specification lost what it must hold. What only a person can judge is left alone.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** HOLDING
//!
//! 1. WP-1-Example [READY FOR DEV]
//!
//! Phase closure criteria:
//! - [x] All 1 gate-critical WPs are VALIDATED
//! - [ ] All dependencies resolved
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** HOLDING
//!
//! 1. WP-1-Example [VALIDATED]
//!
//! Phase closure criteria:
//! - [x] All 1 gate-critical WPs are VALIDATED
//! - [x] All dependencies resolved
//! - [x] Supply chain clean
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Done
//! ````
//!
//! Source: Part 6.4 [CX-609]; Part 6.5 [CX-609B].

use super::{is_regressed, is_validated, open_waivers};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::rules::report::{Report, Safety};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], fix: FixPolicy::Review, check: Check::Surroundings(check), ..Rule::BASE };

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for gate in board.phase_gates() {
        for line in board.lines_in(gate.body) {
            let words = line.of(&board.text);
            let item = words.trim_start().strip_prefix(['-', '*']).map(str::trim_start);
            let Some(criterion) = item.and_then(|item| item.strip_prefix("[x]").or(item.strip_prefix("[X]")))
            else {
                continue;
            };
            let criterion = criterion.trim();
            if let Some(why) = refuted(criterion, board, gate, workspace) {
                let start = line.end - words.trim_end().len() + words.find(criterion).unwrap_or(0);
                let tick = line.start + words.find(['x', 'X']).unwrap_or(0);
                let untick = Edit::replace(Range::new(tick, tick + 1), " ");
                report.at(Range::new(start, line.end), why).fix("Untick it", Safety::Review, vec![untick]);
            }
        }
    }
}

/// Why a criterion does not hold, where that can be computed.
fn refuted(criterion: &str, board: &Document, gate: &Section, workspace: &Workspace) -> Option<String> {
    let lower = criterion.to_ascii_lowercase();
    let entries = board.gate_entries(gate);
    let mut ids = entries.iter().map(|entry| entry.id.of(&board.text));
    if lower.contains("validated") {
        return ids.find(|id| !is_validated(id, workspace)).map(|id| format!("{id} is not validated"));
    }
    if lower.contains("depend") {
        let waits = |id: &str| workspace.packet(id).map(|packet| packet.facts().depends_on.clone());
        let mut blockers = ids.flat_map(|id| waits(id).unwrap_or_default());
        return blockers.find(|id| !is_validated(id, workspace)).map(|id| format!("{id} is not validated"));
    }
    if lower.contains("block") {
        let entries = board.board_entries();
        let blocked = entries.iter().find(|entry| entry.state == State::Blocked)?;
        return Some(format!("{} is Blocked", blocked.id.of(&board.text)));
    }
    if lower.contains("waiver") {
        return open_waivers(board, gate, workspace).first().map(|(id, what)| format!("{id}: {what}"));
    }
    if lower.contains("spec regression") {
        return is_regressed(workspace);
    }
    None
}
