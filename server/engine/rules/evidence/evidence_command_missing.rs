//! # EVIDENCE names no command
//!
//! What was run must be readable, to be run again.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - **Status:** Done
//! ## EVIDENCE
//! - NOTE: `cargo test`
//!   - EXIT_CODE: 0
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - **Status:** Done
//! ## EVIDENCE
//! - COMMAND: `cargo test`
//!   - EXIT_CODE: 0
//! ````
//!
//! Source: Part 1 [CX-598]; Part 3, no collapsed pass signals.

use super::{commands, is_due, section};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = section(packet, "EVIDENCE").filter(|_| is_due(packet)) else { return };
    if commands(packet).next().is_none() {
        report.at(section.title, "no `COMMAND:` in the evidence");
    }
}
