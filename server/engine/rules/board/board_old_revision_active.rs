//! # The board plans an old revision
//!
//! The registry names another packet as the active one; work on this one is lost.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
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
//! ## Ready for Dev
//! - **[WP-1-Example-v2]**
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
//! Source: Part 5.7 [CX-580E].

use super::entries;
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
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
    for entry in entries(board, &[State::Ready, State::InProgress, State::Blocked]) {
        let id = entry.id.of(&board.text);
        let Some(row) = workspace.index().registered(base_of(id)) else { continue };
        let active = row.active_id();
        if !active.is_empty() && active != id {
            report
                .at(entry.id, format!("the registry names {active} as the active packet"))
                .replace(entry.id, active);
        }
    }
}
