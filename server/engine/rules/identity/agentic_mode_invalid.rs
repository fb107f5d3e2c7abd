//! # AGENTIC_MODE is neither YES nor NO
//!
//! The pre-work gate reads the word exactly.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - AGENTIC_MODE: maybe
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - AGENTIC_MODE: NO
//! ````
//!
//! Source: Part 1, pre-work gate.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::AgenticMode) else { return };
    let value = packet.value_of(field);
    if packet.is_modern() && !matches!(value.text, "YES" | "NO") {
        let range = if value.text.is_empty() { field.name } else { value.range };
        report.at(range, format!("AGENTIC_MODE is `{}`; write YES or NO", value.text)).choices(field);
    }
}
