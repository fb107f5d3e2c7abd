//! # The packet waits for itself
//!
//! It can never start.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## Dependencies
//! - Depends on: WP-1-Example
//! - Blocks: NONE
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! ## Dependencies
//! - Depends on: WP-1-Storage
//! - Blocks: NONE
//! ````
//!
//! Source: Part 7.1 [CX-573E].

use super::waits_for;
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
    for (wp, place) in waits_for(document).into_iter().filter(|(wp, _)| *wp == document.stem()) {
        report.at(place, format!("{wp} waits for itself"));
    }
}
