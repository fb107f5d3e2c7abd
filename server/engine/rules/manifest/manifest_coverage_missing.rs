//! # A changed file has no block in the manifest
//!
//! Each changed file outside the governance folder has its own block; deleted files have none. It is looked at while the packet is
//! In Progress and its own branch is checked out.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! ## VALIDATION
//! - **Target File**: `src/store.rs`
//! - **Start**: 2
//! - **End**: 4
//! - **Line Delta**: 1
//! - **Pre-SHA1**: `98ce56098daf1a2ffe03a0d108ea841f1e4e6c69`
//! - **Post-SHA1**: `31836eed9a6675b8c46b8e777f5e898f61c57c25`
//! //- before:src/store.rs
//! one
//! two
//! three
//! //- after:src/store.rs
//! one
//! 2
//! three
//! four
//! //- before:src/sync.rs
//! one
//! two
//! three
//! //- after:src/sync.rs
//! one
//! 2
//! three
//! four
//! //- git:
//! against range
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! ## VALIDATION
//! - **Target File**: `src/store.rs`
//! - **Start**: 2
//! - **End**: 4
//! - **Line Delta**: 1
//! - **Pre-SHA1**: `98ce56098daf1a2ffe03a0d108ea841f1e4e6c69`
//! - **Post-SHA1**: `31836eed9a6675b8c46b8e777f5e898f61c57c25`
//! //- before:src/store.rs
//! one
//! two
//! three
//! //- after:src/store.rs
//! one
//! 2
//! three
//! four
//! //- before:src/gone.rs
//! one
//! two
//! three
//! //- git:
//! against range
//! ````
//!
//! Source: Part 1, deterministic manifest (COR-701).

use super::{section, weighed, work};
use crate::document::Document;
use crate::rules::report::Report;
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let (Some(work), Some(section)) = (work(packet, workspace), section(packet)) else { return };
    let targets: Vec<String> = packet.manifest_targets().map(|(_, target)| target).collect();
    let mut uncovered = work
        .changed(&workspace.config.layout.governance)
        .filter(|path| !targets.iter().any(|target| target == path));
    let Some(first) = uncovered.next() else { return };
    let message = match uncovered.count() {
        0 => format!("`{first}` changed and has no block"),
        more => format!("`{first}` and {more} more files changed and have no block"),
    };
    weighed(packet, report.at(section.title, message));
}
