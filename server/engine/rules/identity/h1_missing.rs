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

use super::packet_title::packet_title;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    if packet_title(document).is_none() {
        let wanted = if document.kind == Kind::Stub { "Work Packet Stub" } else { "Task Packet" };
        report.at(document.place_in(""), format!("no heading `# {wanted}: WP-..`")).insert(
            "Insert the title",
            Some(template::title(document, &format!("# {wanted}: {}", document.stem()))),
        );
    }
}
