//! # CODER_REASONING_STRENGTH is none of the four
//!
//! The claim gate knows LOW, MEDIUM, HIGH and EXTRA_HIGH.
//!
//! ````md,bad
//! - CODER_REASONING_STRENGTH: GENIUS
//! ````
//!
//! ````md,good
//! - CODER_REASONING_STRENGTH: Extra High
//! ````
//!
//! Source: Part 4, step 1 [CX-601].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let (Some(field), Some(strength)) =
        (packet.field(Label::CoderStrength), packet.filled(Label::CoderStrength))
    else {
        return;
    };
    let word: String = strength
        .text
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '_'))
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    if !matches!(&*word, "low" | "medium" | "high" | "extrahigh") {
        report
            .at(
                strength.range,
                format!(
                    "CODER_REASONING_STRENGTH is `{}`; write LOW, MEDIUM, HIGH or EXTRA_HIGH",
                    strength.text
                ),
            )
            .choices(field);
    }
}
