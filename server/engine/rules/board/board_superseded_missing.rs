//! # A replaced packet is not in the archive
//!
//! It still looks like work that somebody could do.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Superseded (Archive)
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! - **Status:** Ready for Dev
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example-v2.md | Ready | - |
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Superseded (Archive)
//! - **[WP-1-Example]** - [SUPERSEDED]
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! - **Status:** Ready for Dev
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example-v2.md | Ready | - |
//! ````
//!
//! Source: Part 3, error recovery [CX-611]; Part 5.7 [CX-580E].

use super::{listed, sections};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::id::base_of;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    let index = workspace.index();
    let Some(section) = sections(board, State::Superseded).next() else { return };
    for id in &index.packets {
        let Some(row) = index.registered(base_of(id)) else { continue };
        let active = row.active_id();
        let closed = index.on_board(id).any(|entry| matches!(entry.state, State::Superseded | State::Done));
        // An active stub is a plan; until it is a packet it replaces nothing.
        if active != id && !active.is_empty() && index.packets.contains(active) && !closed {
            let finding =
                report.at(section.title, format!("{id} was replaced by {active}, and is not listed here"));
            if let Some(edit) = listed(board, State::Superseded, &format!("- **[{id}]** - [SUPERSEDED]")) {
                finding.fix(format!("List {id}"), Safety::Review, vec![edit]);
            }
        }
    }
}
