//! # The packet has no title
//!
//! The first heading says what kind of file this is and which work it is about.
//!
//! ````md,bad
//! ## METADATA
//! - WP_ID: WP-1-Example
//! ````
//!
//! ````md,good
//! # Task Packet: WP-1-Example
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let titled = packet.sections().iter().any(|section| {
        let title = section.title.of(&packet.text);
        section.level == 1 && (title.starts_with("Task Packet:") || title.starts_with("Work Packet:"))
    });
    if !titled {
        report.at(packet.place_in(""), "no heading `# Task Packet: WP-..`");
    }
}
