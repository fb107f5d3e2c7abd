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

use super::{appended, block, section, weighed, work};
use crate::document::Document;
use crate::rules::report::{Report, Safety};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { fix: FixPolicy::Review, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let (Some(work), Some(section)) = (work(packet, workspace), section(packet)) else { return };
    let targets: Vec<String> = packet.manifest_targets().map(|(_, target)| target).collect();
    let is_covered = |path: &&str| targets.iter().any(|target| target == path);
    let changed = work.changed(&workspace.config.layout.governance);
    let uncovered: Vec<&str> = changed.filter(|path| !is_covered(path)).collect();
    let [first, more @ ..] = uncovered.as_slice() else { return };
    let (message, title) = match more.len() {
        0 => (format!("`{first}` changed and has no block"), format!("Add the block of {first}")),
        more => (
            format!("`{first}` and {more} more files changed and have no block"),
            format!("Add the blocks of {} files", more + 1),
        ),
    };
    let finding = report.at(section.title, message);
    weighed(packet, finding);
    let blocks: Vec<String> =
        uncovered.iter().filter_map(|path| Some(block(path, work.files.get(*path)?))).collect();
    finding.fix(title, Safety::Review, vec![appended(packet, section, &blocks.join("\n\n"))]);
}
