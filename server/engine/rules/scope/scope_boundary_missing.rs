//! # Nothing says where the work ends
//!
//! A Boundary or an OUT_OF_SCOPE list keeps the Coder from doing more than was approved.
//!
//! ````md,bad
//! - SCOPE:
//! - What: Write batches in order.
//! ````
//!
//! ````md,good
//! - What: Write batches in order.
//! - Boundary: this does NOT include reading them.
//! ````
//!
//! Source: Part 3.5 [CX-603].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let said = |label: Label| packet.field(label).is_some_and(|field| packet.is_said(field));
    // Where OUT_OF_SCOPE is there and empty, its own rule speaks; without any SCOPE that one does.
    let silent = packet.field(Label::OutOfScope).is_some()
        || packet.section("SCOPE").is_none() && packet.field(Label::Scope).is_none();
    if !said(Label::Boundary) && !silent {
        let finding = report.at(packet.place_for(Label::Boundary), "no Boundary and no OUT_OF_SCOPE");
        if packet.field(Label::Boundary).is_none() {
            finding.lacks(packet, Label::Boundary);
        }
    }
}
