//! # The phase gate gives a work packet another state than the board
//!
//! The gate is written by hand; the sections of the board, and the packets, say where the work stands. Without a packet it is
//! a GAP.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** HOLDING
//!
//! 1. WP-1-Example [GAP - packet not yet created]
//!
//! ## Ready for Dev
//! - **[WP-1-Example]** - [READY_FOR_DEV]
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** HOLDING
//!
//! 1. **[WP-1-Example]** - the store
//!    - Status: [READY FOR DEV]
//! 2. WP-1-Console [GAP - packet not yet created]
//!
//! ## Ready for Dev
//! - **[WP-1-Example]** - [READY_FOR_DEV]
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 6.2 [CX-625]; Part 6.4 [CX-609].

use super::standing;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in board.phase_gates().flat_map(|gate| board.gate_entries(gate)) {
        let Some(place) = entry.status else { continue };
        let words = place.of(&board.text).trim().trim_matches(['[', ']', '*', ' ']);
        let Some(said) = state(words) else { continue };
        let id = entry.id.of(&board.text);
        let stands = standing(id, workspace);
        // A stub is no packet yet.
        if said == stands || said == Status::Gap && stands == Status::Stub {
            continue;
        }
        let start = place.start + place.of(&board.text).find(words).unwrap_or(0);
        let message = format!("`{words}`, but {id} is {}", stands.name());
        let place = Range::new(start, start + words.len());
        let finding = report.at(place, message).replace(place, stands.name().to_ascii_uppercase());
        if let Some(other) = board.board_entries().iter().find(|other| other.id.of(&board.text) == id) {
            finding.related(board.path.clone(), other.line, "its entry on the board");
        }
    }
}

/// The state that some words name; what stands behind a dash explains it.
fn state(words: &str) -> Option<Status> {
    let name = words.split(" - ").next().unwrap_or(words);
    match name.trim().to_ascii_uppercase().as_str() {
        "READY" => Some(Status::Ready),
        "FAIL" | "OUTDATED_ONLY" => Some(Status::Done),
        _ => Status::of(name),
    }
}
