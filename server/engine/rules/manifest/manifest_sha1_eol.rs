//! # A SHA1 of the manifest is that of the file with CRLF
//!
//! Line ends differ between machines; the manifest counts them as LF.
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
//! - **Post-SHA1**: `df25507483c2176b912e8fff72dc598d17c97fac`
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

use super::{block_sha1, judged};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for (target, _, file) in judged(packet, workspace) {
        for (label, digests) in [(Label::PreSha1, &file.before), (Label::PostSha1, &file.after)] {
            let (Some(digests), Some((written, place))) = (digests, block_sha1(packet, target, label)) else {
                continue;
            };
            // A file without line ends has one SHA1.
            if written == digests.crlf && written != digests.lf {
                report.at(place, format!("with LF line ends it is {}", digests.lf)).fix(
                    "Write the SHA1 with LF line ends",
                    Safety::Review,
                    vec![Edit::replace(place, digests.lf.clone())],
                );
            }
        }
    }
}
