//! # The packet has no SCOPE
//!
//! Without a scope the Coder decides what to change, and the Validator what was meant.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## METADATA
//! ````
//!
//! ````md,good
//! ## SCOPE
//! - What: Write batches in order.
//! ````
//!
//! Source: Part 3.5 [CX-603].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::structure::hidden_heading::hidden_headings;
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    // A heading behind a literal `\n` is there; that it is hidden is told elsewhere.
    let hidden = hidden_headings(packet).any(|hidden| hidden.name == "SCOPE");
    if packet.section("SCOPE").is_none() && packet.field(Label::Scope).is_none() && !hidden {
        report.at(packet.place_for(Label::Scope), "no SCOPE").lacks(packet, Label::Scope);
    }
}
