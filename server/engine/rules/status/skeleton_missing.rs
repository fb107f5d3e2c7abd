//! # The packet has no SKELETON
//!
//! The Coder shows the interfaces there before any logic is written; without the heading the gate stops.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## BOOTSTRAP
//! ````
//!
//! ````md,good
//! # Task Packet: WP-1-Example
//! ## BOOTSTRAP
//! ## SKELETON
//! ````
//!
//! Source: Part 2, lifecycle marker [CX-LIFE-001].

use crate::document::Document;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::structure::hidden_heading::hidden_headings;
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    // A heading behind a literal `\n` is there; that it is hidden is told elsewhere.
    let hidden = hidden_headings(packet).any(|hidden| hidden.name == "SKELETON");
    if !hidden && !packet.sections().iter().any(|section| section.name == "SKELETON") {
        report
            .at(packet.place_in("BOOTSTRAP"), "no heading SKELETON")
            .insert("Insert SKELETON", template::section(packet, "SKELETON"));
    }
}
