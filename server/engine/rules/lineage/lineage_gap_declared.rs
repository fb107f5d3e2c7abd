//! # The lineage audit declares a GAP
//!
//! The protocol stops here: a gap becomes a packet of its own, or an extension of the specification.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! | SPEC_ANCHOR | Main Body requirement (MUST/SHOULD) | Repo evidence (path:line) | Introduced (commit) | Notes |
//! |---|---|---|---|---|
//! | 2.1.1 [STO-001] | A batch MUST be one transaction | GAP | present before v2 | - |
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
use crate::text::range::Range;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = written(packet) else { return };
    for line in packet.lines_in(section.body) {
        let words = line.of(&packet.text);
        for (at, _) in words.match_indices("GAP") {
            let joins =
                |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
            let before = at.checked_sub(1).and_then(|before| words.as_bytes().get(before));
            let denied = words[..at].trim_end().to_ascii_lowercase().ends_with("no");
            if !joins(before) && !joins(words.as_bytes().get(at + 3)) && !denied {
                report.at(
                    Range::new(line.start + at, line.start + at + 3),
                    "a GAP is declared; stop, and close it first",
                );
            }
        }
    }
}
