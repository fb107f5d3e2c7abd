//! # A row of the requirement map names no line of code
//!
//! Evidence is a path with a line; where there is none, the row says GAP.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! | SPEC_ANCHOR | Main Body requirement (MUST/SHOULD) | Repo evidence (path:line) | Introduced (commit) | Notes |
//! |---|---|---|---|---|
//! | 2.1.1 [STO-001] | A batch MUST be one transaction | in the store | present before v2 | - |
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
use crate::text::grammar::path::file_line;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(table) = written(packet).and_then(|section| packet.lineage_map(section)) else { return };
    for row in &table.rows {
        let Some(cell) = row.cells.get(2) else { continue };
        let words = cell.of(&packet.text);
        let open = words.is_empty() || words == "...";
        if !open && !words.contains("GAP") && file_line(words).next().is_none() {
            report.at(*cell, format!("`{words}` is no `path:line`"));
        }
    }
}
