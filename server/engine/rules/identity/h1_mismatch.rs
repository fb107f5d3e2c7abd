//! # The title names another work packet
//!
//! A title that differs from the file name makes two packets out of one.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! # Task Packet: WP-1-Other
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! # Task Packet: WP-1-Example
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::find_wp_ids;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(title) = packet.title() else { return };
    let words = title.title.of(&packet.text);
    if !(words.starts_with("Task Packet:") || words.starts_with("Work Packet:")) {
        return;
    }
    let Some(id) = find_wp_ids(words).next() else { return };
    if id.of(words) != packet.stem() {
        report.at(
            title.title,
            format!("the title names `{}`, the file is `{}.md`", id.of(words), packet.stem()),
        );
    }
}
