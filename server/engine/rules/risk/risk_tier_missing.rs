//! # The packet has no RISK_TIER
//!
//! The tier decides how the work is validated.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - ROLE: Orchestrator
//! ````
//!
//! ````md,good
//! - RISK_TIER: LOW
//! ````
//!
//! Source: Part 3.5 [CX-602].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    match packet.risk_tier() {
        None => {
            _ = report
                .at(packet.place_for(Label::RiskTier), "no RISK_TIER; write LOW, MEDIUM or HIGH")
                .lacks(packet, Label::RiskTier)
        }
        Some(tier) if tier.text.is_empty() => {
            if let Some(field) = packet.field(Label::RiskTier) {
                report.at(field.name, "RISK_TIER is empty; write LOW, MEDIUM or HIGH").choices(field);
            }
        }
        Some(_) => {}
    }
}
