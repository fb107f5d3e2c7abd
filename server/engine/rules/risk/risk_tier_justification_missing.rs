//! # The risk tier has no justification
//!
//! Without a reason nobody can tell whether a lower tier would have done.
//!
//! ````md,bad
//! - RISK_TIER: HIGH
//! - DATE: 2026-03-05
//! ````
//!
//! ````md,good
//! - RISK_TIER: HIGH
//!   - Justification: touches three modules
//! ````
//!
//! Source: Part 3.5 [CX-602].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let (Some(field), Some(tier)) = (packet.field(Label::RiskTier), packet.tier()) else { return };
    let inline = field.value.of(&packet.text);
    let in_note = inline.find('(').is_some_and(|open| inline[open..].len() > 4);
    if packet.sub_field(field, Label::Justification).is_none() && !in_note {
        report
            .at(field.name, format!("no Justification for RISK_TIER {}", tier.name()))
            .lacks(packet, Label::Justification);
    }
}
