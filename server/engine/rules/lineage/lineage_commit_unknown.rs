//! # The lineage audit names a commit that does not exist
//!
//! Who wants to know since when a requirement is met finds nothing. A cell names a commit of this repository, or says that it was
//! `present before` the revision. Nothing is told where the history was cut off.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! | SPEC_ANCHOR | Main Body requirement (MUST/SHOULD) | Repo evidence (path:line) | Introduced (commit) | Notes |
//! |---|---|---|---|---|
//! | 2.1.1 [STO-001] | A batch MUST be one transaction | src/store/batch.rs:10 | 0123abc | - |
//! //- git:
//! commit 0123abc unknown
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! | SPEC_ANCHOR | Main Body requirement (MUST/SHOULD) | Repo evidence (path:line) | Introduced (commit) | Notes |
//! |---|---|---|---|---|
//! | 2.1.1 [STO-001] | A batch MUST be one transaction | src/store/batch.rs:10 | 0123abc | - |
//! | 2.1.2 | Errors MUST name the batch | src/store/batch.rs:20 | present before v2 | - |
//! //- git:
//! commit 0123abc known
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::written;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(git) = workspace.surroundings.git.as_ref().filter(|_| written(packet).is_some()) else { return };
    for (cell, commits) in packet.introduced() {
        let words = cell.of(&packet.text);
        // An open cell and a declared gap have rules of their own.
        let is_open = words.is_empty() || words == "..." || words.contains("GAP");
        let is_before = words.to_ascii_lowercase().contains("present before");
        let unknown = commits.iter().find(|commit| git.commits.get(*commit) == Some(&false));
        if let Some(unknown) = unknown {
            report.at(cell, format!("no commit `{unknown}` in this repository"));
        } else if commits.is_empty() && !is_open && !is_before {
            report.at(cell, format!("`{words}` is no commit; else write `present before v2` or the like"));
        }
    }
}
