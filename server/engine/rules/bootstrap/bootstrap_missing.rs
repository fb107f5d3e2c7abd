//! # The packet has no BOOTSTRAP
//!
//! The Coder starts by this block.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## SCOPE
//! ````
//!
//! ````md,good
//! ## BOOTSTRAP
//! - FILES_TO_OPEN:
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if packet.section("BOOTSTRAP").is_none() && packet.field(Label::Bootstrap).is_none() {
        report.at(packet.place_for(Label::Bootstrap), "no BOOTSTRAP").lacks(packet, Label::Bootstrap);
    }
}
