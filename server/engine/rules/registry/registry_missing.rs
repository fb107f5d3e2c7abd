//! # The workspace has no traceability registry
//!
//! Where a base has several packets, only the registry says which one counts.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! # Task Board
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! - **Status:** Ready for Dev
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! # Task Board
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 2.5.3; Part 5.7 [CX-580E].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::base_of;
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

/// The file is not there to be marked, so the board is.
fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    let index = workspace.index();
    if workspace.only(Kind::Registry).is_some() {
        return;
    }
    let twice = index.packets.iter().find(|id| index.family(base_of(id)).len() > 1);
    if let Some(id) = twice {
        let path = &workspace.config.layout.registry;
        report.at(board.place_in(""), format!("there is no {path}, but {} has several packets", base_of(id)));
    }
}
