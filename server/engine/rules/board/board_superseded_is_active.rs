//! # The archive holds the active packet
//!
//! The registry sends people to a packet that the board calls replaced.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Superseded (Archive)
//! - **[WP-1-Example]** - [SUPERSEDED]
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready | - |
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Superseded (Archive)
//! - **[WP-1-Example]** - [SUPERSEDED]
//! //- .GOV/task_packets/WP-1-Example.md
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
use crate::rules::{Check, Rule};
use crate::text::grammar::id::base_of;
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in entries(board, &[State::Superseded]) {
        let id = entry.id.of(&board.text);
        let Some(row) = workspace.index().registered(base_of(id)) else { continue };
        if row.active == format!("{}/{id}.md", workspace.config.layout.packets) {
            report.at(entry.id, format!("the registry names {id} as the active packet of {}", row.base));
        }
    }
}
