//! # Finished work has no EVIDENCE_MAPPING
//!
//! The Validator looks there for the line that meets each requirement.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - **Status:** Done
//! ## EVIDENCE
//! - COMMAND: `cargo test`
//!   - EXIT_CODE: 0
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - **Status:** Done
//! ## EVIDENCE_MAPPING
//! - REQUIREMENT: "Batches are written in order"
//!   - EVIDENCE: `src/store/batch.rs:10`
//! ## EVIDENCE
//! - COMMAND: `cargo test`
//!   - EXIT_CODE: 0
//! ````
//!
//! Source: Part 1 [CX-598]; Part 3, no collapsed pass signals.

use super::{is_due, section};
use crate::document::Document;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if is_due(packet) && section(packet, "EVIDENCE_MAPPING").is_none() {
        report
            .at(packet.place_in("VALIDATION"), "no section EVIDENCE_MAPPING")
            .insert("Insert EVIDENCE_MAPPING", template::section(packet, "EVIDENCE_MAPPING"));
    }
}
