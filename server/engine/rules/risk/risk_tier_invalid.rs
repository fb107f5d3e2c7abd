//! # The risk tier is not LOW, MEDIUM or HIGH
//!
//! The tier decides how a packet is validated; any other word leaves the Validator guessing.
//!
//! ````md,bad
//! - RISK_TIER: huge
//! ````
//!
//! ````md,good
//! - RISK_TIER: MEDIUM
//! ````
//!
//! Source: Part 3.5 [CX-602].

use crate::document::Document;
use crate::document::placeholder;
use crate::document::value::Tier;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(tier) = packet.risk_tier() else { return };
    // Placeholders and unresolved choices have rules of their own.
    if tier.text.is_empty()
        || Tier::of(tier.text).is_some()
        || placeholder::class_with_note(tier.text).is_some()
    {
        return;
    }
    let finding =
        report.at(tier.range, format!("`{}` is not a risk tier; write LOW, MEDIUM or HIGH", tier.text));
    for wanted in ["LOW", "MEDIUM", "HIGH"] {
        finding.replace(tier.range, wanted);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn level_under_a_heading_counts() {
        check(
            &RULE,
            "\
## RISK_TIER
- Level: severe
         ^^^^^^ `severe` is not a risk tier; write LOW, MEDIUM or HIGH
",
        );
    }
}
