//! # Evidence of the lineage audit points where nothing is
//!
//! The file has gone, or became shorter; the requirement may be unmet by now. The files are looked at as they lie on disk.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! | SPEC_ANCHOR | Main Body requirement (MUST/SHOULD) | Repo evidence (path:line) | Introduced (commit) | Notes |
//! |---|---|---|---|---|
//! | 2.1.1 [STO-001] | A batch MUST be one transaction | .GOV/roles/store.md:10 | present before v2 | - |
//! //- .GOV/roles/store.md
//! one line
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! | SPEC_ANCHOR | Main Body requirement (MUST/SHOULD) | Repo evidence (path:line) | Introduced (commit) | Notes |
//! |---|---|---|---|---|
//! | 2.1.1 [STO-001] | A batch MUST be one transaction | .GOV/roles/store.md:1 | present before v2 | - |
//! //- .GOV/roles/store.md
//! one line
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use crate::document::Document;
use crate::rules::evidence::{is_beyond_end, is_missing};
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for cited in packet.evidence().iter().filter(|cited| cited.in_lineage) {
        if is_missing(cited, workspace) {
            report.at(cited.range, format!("`{}` does not exist", cited.path));
        } else if let Some(lines) = is_beyond_end(cited, workspace) {
            report.at(cited.range, format!("`{}` has {lines} lines", cited.path));
        }
    }
}
