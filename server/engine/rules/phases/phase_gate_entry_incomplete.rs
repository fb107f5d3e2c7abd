//! # An entry of the phase gate leaves out what it must say
//!
//! Who leads, how much work it is, where it stands, what blocks it.
//!
//! ````md,bad
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** HOLDING
//!
//! 1. **[WP-1-Example]** - the store
//!    - Lead: Coder
//!    - Status: [READY FOR DEV]
//!    - Blocker: None
//! ````
//!
//! ````md,good
//! ## PHASE 1 CLOSURE GATES (BLOCKING)
//! **Status:** HOLDING
//!
//! 1. **[WP-1-Example]** - the store
//!    - Lead: Coder
//!    - Effort: 8 hours
//!    - Status: [READY FOR DEV]
//!    - Blocker: None
//! ````
//!
//! Source: Part 6.1.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::phase_gate::GateEntry;
use crate::document::template::Insertion;
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
    for gate in board.phase_gates() {
        for GateEntry { id: place, whole, .. } in board.gate_entries(gate) {
            let id = place.of(&board.text);
            let words = whole.of(&board.text).to_ascii_lowercase();
            let missing: Vec<&str> = ["Lead", "Effort", "Status", "Blocker"]
                .into_iter()
                .filter(|name| !words.contains(&format!("{}:", name.to_ascii_lowercase())))
                .collect();
            // A list of ids with their states in brackets is the shorter form.
            if !missing.is_empty() && missing.len() < 4 {
                let line_end = board.line_end();
                let end = whole.start + whole.of(&board.text).trim_end().len();
                let lines = missing.iter().enumerate();
                let snippet =
                    lines.map(|(at, name)| format!("{line_end}   - {name}: ${{{}}}", at + 1)).collect();
                report
                    .at(place, format!("{id} has no {}", missing.join(", ")))
                    .insert("Insert what it lacks", Some(Insertion { at: end, snippet, place: 0 }));
            }
        }
    }
}
