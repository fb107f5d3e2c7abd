//! # Nobody has said whether the closure plan applies
//!
//! YES or NO decides whether the lists below are binding.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - END_TO_END_CLOSURE_PLAN_APPLICABLE: maybe
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - END_TO_END_CLOSURE_PLAN_APPLICABLE: NO
//! ````
//!
//! Source: Part 8 [CX-E2E-001].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::ClosureApplicable).filter(|_| packet.is_modern()) else { return };
    let value = packet.value_of(field);
    let word = value.text.split_whitespace().next().unwrap_or("");
    // A choice that nobody made is told as such, and so is what was never replaced.
    let is_told = placeholder::is_choice(value.text) || value.text.contains("{{");
    if !is_told && !matches!(word, "YES" | "NO") {
        let range = if value.text.is_empty() { field.name } else { value.range };
        let message = match value.text {
            "" => "says neither YES nor NO".to_string(),
            said => format!("`{said}` is neither YES nor NO"),
        };
        report.at(range, message).choices(field);
    }
}
