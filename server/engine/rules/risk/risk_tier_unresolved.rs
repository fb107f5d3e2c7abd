//! # The choice of a risk tier is still open
//!
//! The template offers three tiers; the Orchestrator picks one.
//!
//! ````md,bad
//! - RISK_TIER: LOW | MEDIUM | HIGH
//! ````
//!
//! ````md,good
//! - RISK_TIER: HIGH
//! ````
//!
//! Source: Part 3.5 [CX-602].

use crate::document::Document;
use crate::document::placeholder;
use crate::document::placeholder::Class;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(tier) = packet.risk_tier() else { return };
    if placeholder::class_with_note(tier.text) == Some(Class::Choice) {
        let finding = report.at(tier.range, format!("`{}` is still a choice; pick one", tier.text));
        for wanted in ["LOW", "MEDIUM", "HIGH"] {
            finding.replace(tier.range, wanted);
        }
    }
}
