//! # The packet has no SPEC_ANCHOR
//!
//! Work that no section of the specification asks for is invented work.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## AUTHORITY
//! - Codex: Team Codex v1.md
//! ````
//!
//! ````md,good
//! # Task Packet: WP-1-Example
//! ## AUTHORITY
//! - SPEC_ANCHOR: 2.1.1 Batches
//! ````
//!
//! Source: Part 5.2 [CX-601].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    match packet.field(Label::SpecAnchor) {
        None => {
            _ = report
                .at(
                    packet.place_for(Label::SpecAnchor),
                    "no SPEC_ANCHOR; name the Main Body sections that define the work",
                )
                .lacks(packet, Label::SpecAnchor)
        }
        Some(field) if packet.said(field).text.is_empty() => {
            _ = report.at(field.name, "SPEC_ANCHOR is empty")
        }
        Some(_) => {}
    }
}
