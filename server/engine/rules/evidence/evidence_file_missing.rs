//! # Evidence names a file that does not exist
//!
//! Who follows it finds nothing to check the requirement by. The file is looked for as it lies on disk.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## EVIDENCE_MAPPING
//! - REQUIREMENT: "Batches are written in order"
//!   - EVIDENCE: `.GOV/roles/store.md:10`
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! ## EVIDENCE_MAPPING
//! - REQUIREMENT: "Batches are written in order"
//!   - EVIDENCE: `.GOV/roles/store.md:1`
//! //- .GOV/roles/store.md
//! one line
//! ````
//!
//! Source: Part 1 [CX-598], spec regression; Part 3, no collapsed pass signals.

use super::is_missing;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for cited in packet.evidence().iter().filter(|cited| !cited.in_lineage) {
        if is_missing(cited, workspace) {
            report.at(cited.range, format!("`{}` does not exist", cited.path));
        }
    }
}
