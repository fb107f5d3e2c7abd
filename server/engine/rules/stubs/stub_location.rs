//! # A stub lies among the packets, or a packet among the stubs
//!
//! The folder says whether work may start.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let Some(title) = document.title() else { return };
    let words = title.title.of(&document.text).to_ascii_lowercase();
    let is_stub = words.starts_with("work packet stub:") || words.starts_with("task packet stub:");
    let is_packet = words.starts_with("work packet:") || words.starts_with("task packet:");
    let layout = &document.config.layout;
    match document.kind {
        Kind::Packet if is_stub => _ = report.at(title.title, format!("a stub belongs in {}", layout.stubs)),
        Kind::Stub if is_packet => {
            _ = report.at(title.title, format!("a packet belongs in {}", layout.packets))
        }
        _ => {}
    }
}
