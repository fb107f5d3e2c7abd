//! # An earlier packet is listed without its status
//!
//! Superseded, failed or done: each leaves another duty behind.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - Prior packets:
//!   - .GOV/task_packets/WP-1-Example.md
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - Prior packets:
//!   - .GOV/task_packets/WP-1-Example.md (status: Superseded)
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::written;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

const WORDS: &[&str] = &[
    "status",
    "superseded",
    "fail",
    "historical",
    "done",
    "validated",
    "stub",
    "active",
    "ready",
    "in progress",
    "blocked",
    "outdated",
];

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = written(packet) else { return };
    let prefix = format!("{}/", packet.config.layout.packets);
    let mut above = String::new();
    for line in packet.lines_in(section.body) {
        let words = line.of(&packet.text);
        let lower = words.to_ascii_lowercase();
        let item = words.trim_start().trim_start_matches(['-', '*', ' ', '`']);
        // The line above may say it for the paths below it.
        let says = |text: &str| WORDS.iter().any(|word| text.contains(word));
        if item.starts_with(&prefix)
            && !says(&lower.replace(&prefix.to_ascii_lowercase(), ""))
            && !says(&above)
        {
            let start = line.start + words.len() - item.len();
            report.at(Range::new(start, line.end), "no status is given");
        }
        if !item.starts_with(&prefix) && !item.is_empty() {
            above = lower;
        }
    }
}
