//! # The Task Board column of a row is out of date
//!
//! The column repeats the board, and nobody has to keep it; who reads it should know.
//!
//! ````md,bad
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | - |
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Done | - |
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! ````
//!
//! Source: Part 6.3.

use super::{active, stem};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Registry],
    severity: Severity::Info,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(registry: &Document, workspace: &Workspace, report: &mut Report) {
    for row in registry.registry_rows() {
        let (path, _) = active(registry, row);
        let Some(entry) = workspace.index().on_board(stem(path)).next() else { continue };
        let written = row.board.of(&registry.text);
        let Some(named) = state(written) else { continue };
        if named != entry.state {
            report
                .at(row.board, format!("`{written}`, but the board says {}", entry.state.name()))
                .replace(row.board, entry.state.name());
        }
    }
}

/// The state that a cell begins with, where it names one.
fn state(written: &str) -> Option<State> {
    let lower = written.trim_matches(['`', '*', ' ']).to_ascii_lowercase();
    [
        ("ready", State::Ready),
        ("in progress", State::InProgress),
        ("done", State::Done),
        ("blocked", State::Blocked),
        ("superseded", State::Superseded),
        ("stub", State::StubBacklog),
    ]
    .into_iter()
    .find(|(word, _)| lower.starts_with(word))
    .map(|(_, state)| state)
}
