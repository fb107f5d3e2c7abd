//! # The lineage audit has no requirement map
//!
//! A table of every MUST and SHOULD with its evidence is what the audit is for.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - BASE_WP_ID: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! | SPEC_ANCHOR | Main Body requirement (MUST/SHOULD) | Repo evidence (path:line) | Introduced (commit) | Notes |
//! |---|---|---|---|---|
//! | 2.1.1 [STO-001] | A batch MUST be one transaction | src/store/batch.rs:10 | present before v2 | - |
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::{is_revision, written};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = written(packet).filter(|_| is_revision(packet)) else { return };
    match packet.lineage_map(section) {
        None => _ = report.at(section.title, "no table of requirements and their evidence"),
        Some(table) if table.header.cells.len() < 5 => {
            report.at(
                table.header.line,
                format!("{} columns, the requirement map has 5", table.header.cells.len()),
            );
        }
        Some(table) if table.rows.is_empty() => {
            _ = report.at(table.header.line, "the requirement map has no row")
        }
        Some(_) => {}
    }
}
