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

use super::{is_due, section};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = section(packet, "EVIDENCE").filter(|_| is_due(packet)) else { return };
    let said = packet.lines_in(section.body).any(|line| {
        let words = line.of(&packet.text).trim().trim_start_matches(['-', '*', ' ']);
        let value = words.strip_prefix("COMMAND").map(|rest| rest.trim_start_matches(['*', ':', ' ']).trim());
        value.is_some_and(|value| !value.is_empty() && !value.contains("<paste>"))
    });
    if !said {
        report.at(section.title, "no `COMMAND:` in the evidence");
    }
}
