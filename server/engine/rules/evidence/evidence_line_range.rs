//! # Evidence names a line beyond the end of its file
//!
//! The file became shorter since, or the number is a slip. The lines are counted as the file lies on disk.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## EVIDENCE_MAPPING
//! - REQUIREMENT: "Batches are written in order"
//!   - EVIDENCE: `.GOV/roles/store.md:1-3`
//! //- .GOV/roles/store.md
//! one line
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

use super::is_beyond_end;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for cited in packet.evidence().iter().filter(|cited| !cited.in_lineage) {
        if let Some(lines) = is_beyond_end(cited, workspace) {
            report.at(cited.range, format!("`{}` has {lines} lines", cited.path));
        }
    }
}
