//! # A row of the requirement map is not filled in
//!
//! A row without evidence is a promise that nobody checked.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! | SPEC_ANCHOR | Main Body requirement (MUST/SHOULD) | Repo evidence (path:line) | Introduced (commit) | Notes |
//! |---|---|---|---|---|
//! | A?.?.? | ... | ... | ... | ... |
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

use super::written;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(table) = written(packet).and_then(|section| packet.lineage_map(section)) else { return };
    for row in &table.rows {
        // Notes may stay empty.
        let open = row.cells.iter().take(4).any(|cell| {
            let words = cell.of(&packet.text);
            words.is_empty() || words == "..." || words.contains("?.?")
        });
        if open || row.cells.len() < 4 {
            report.at(row.line, "this row is not filled in");
        }
    }
}
