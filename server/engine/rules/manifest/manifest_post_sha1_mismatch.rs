//! # Post-SHA1 is not that of the file after the change
//!
//! The gate hashes the file as it is committed, or as it is staged, or as it lies on disk, with LF line ends (C701-G05). It is
//! looked at while the packet is In Progress and its own branch is checked out. A waiver that speaks of the manifest makes it a
//! warning.
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
//! - **Post-SHA1**: `0000000000000000000000000000000000000000`
//! //- before:src/store.rs
//! one
//! two
//! three
//! //- after:src/store.rs
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
//! //- git:
//! against range
//! ````
//!
//! Source: Part 1, deterministic manifest (COR-701).

use super::{block_sha1, corrected, in_block, judged, weighed};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::Report;
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { fix: FixPolicy::Review, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for (target, path, file) in judged(packet, workspace) {
        let Some(after) = &file.after else { continue };
        let Some((written, place)) = block_sha1(packet, target, Label::PostSha1) else { continue };
        // The other line ends have a rule of their own.
        if written != after.lf && written != after.crlf {
            let finding = report.at(place, format!("`{path}` is {} after the change", after.lf));
            weighed(packet, finding);
            corrected(
                packet,
                finding,
                file,
                &in_block(packet, target, Label::PostSha1).into_iter().collect::<Vec<_>>(),
            );
        }
    }
}
