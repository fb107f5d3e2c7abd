//! # Pre-SHA1 is not that of the file before the change
//!
//! The gate hashes the file as of the merge base, or as of the last commit while the work is not committed, with LF line ends
//! (C701-G08). It is looked at while the packet is In Progress and its own branch is checked out. A waiver that speaks of the
//! manifest makes it a warning, and so does the SHA1 of the merge base where the last commit counts. A new file has none.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! ## VALIDATION
//! - **Target File**: `src/store.rs`
//! - **Start**: 2
//! - **End**: 4
//! - **Line Delta**: 1
//! - **Pre-SHA1**: `0000000000000000000000000000000000000000`
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
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { fix: FixPolicy::Review, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for (target, path, file) in judged(packet, workspace) {
        let Some(before) = &file.before else { continue };
        let Some((written, place)) = block_sha1(packet, target, Label::PreSha1) else { continue };
        // The other line ends have a rule of their own.
        if written == before.lf || written == before.crlf {
            continue;
        }
        let finding = report.at(place, format!("`{path}` was {} before the change", before.lf));
        let is_base = file.merge_base.as_ref().is_some_and(|base| written == base.lf || written == base.crlf);
        weighed(packet, finding);
        corrected(
            packet,
            finding,
            file,
            &in_block(packet, target, Label::PreSha1).into_iter().collect::<Vec<_>>(),
        );
        if is_base {
            finding.severity(Severity::Warning);
        }
    }
}
