//! # A HIGH packet has no HARDENED_INVARIANTS
//!
//! Work of high risk states what must never break.
//!
//! ````md,bad
//! - RISK_TIER: HIGH
//! ````
//!
//! ````md,good
//! - RISK_TIER: HIGH
//! ### HARDENED_INVARIANTS
//! - Content-awareness: checked
//! ````
//!
//! Source: Part 3.5 [CX-VAL-HARD].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::value::Tier;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if packet.tier() == Some(Tier::High) && packet.field(Label::HardenedInvariants).is_none() {
        report
            .at(
                packet.place_for(Label::HardenedInvariants),
                "RISK_TIER is HIGH and there are no HARDENED_INVARIANTS",
            )
            .lacks(packet, Label::HardenedInvariants);
    }
}
