//! # A work packet stands on the board twice
//!
//! It cannot be in two states; scripts take the first, people the one they see.
//!
//! ````md,bad
//! ## Ready for Dev
//! - **[WP-1-Example]**
//!
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! ````
//!
//! ````md,good
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! ````
//!
//! Source: Part 4 [CX-601].

use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::document::board::Entry;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(board: &Document, report: &mut Report) {
    let entries = board.board_entries();
    let states = entries.iter().filter(|entry| !matches!(entry.state, State::Active | State::Other));
    let mut seen: FxHashMap<&str, &Entry> = FxHashMap::default();
    for entry in states {
        let id = entry.id.of(&board.text);
        match seen.get(id) {
            Some(first) => {
                let message = format!("{id} is in {} as well", first.state.name());
                report
                    .at(entry.id, message)
                    .related(board.path.clone(), first.id, first.state.name())
                    .fix("Remove this entry", Safety::Review, vec![board.without_lines(entry.line)])
                    .fix("Remove the other entry", Safety::Review, vec![board.without_lines(first.line)]);
            }
            None => drop(seen.insert(id, entry)),
        }
    }
}
