//! # EVIDENCE_MAPPING names no line of code
//!
//! Evidence is a path with a line: `src/store/batch.rs:10`.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - **Status:** Done
//! ## EVIDENCE_MAPPING
//! - REQUIREMENT: "Batches are written in order"
//!   - EVIDENCE: the store
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - **Status:** Done
//! ## EVIDENCE_MAPPING
//! - REQUIREMENT: "Batches are written in order"
//!   - EVIDENCE: `src/store/batch.rs:10`
//! ````
//!
//! Source: Part 1 [CX-598]; Part 3, no collapsed pass signals.

use super::{is_due, section};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::path::file_line;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = section(packet, "EVIDENCE_MAPPING").filter(|_| is_due(packet)) else { return };
    let words = section.body.of(&packet.text);
    if !file_line(words).any(|found| found.path.of(words) != "path/to/file") {
        report.at(section.title, "no `path:line` in the mapping");
    }
}
