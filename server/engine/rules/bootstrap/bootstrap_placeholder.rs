//! # A BOOTSTRAP list still holds a placeholder
//!
//! The template's examples are no work plan.
//!
//! ````md,bad
//! - RISK_MAP:
//!   - TBD
//! ````
//!
//! ````md,good
//! - RISK_MAP:
//!   - "a" -> "b"
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for label in [Label::FilesToOpen, Label::SearchTerms, Label::RunCommands, Label::RiskMap] {
        let Some(field) = packet.field(label) else { continue };
        for item in &packet.items(field).list {
            let words = item.head.of(&packet.text);
            let name = field.spec().name;
            if placeholder::class_with_note(words).is_some() {
                report.at(item.head, format!("`{words}` in {name} is a placeholder"));
            } else if label == Label::RunCommands
                && !words.starts_with('#')
                && let Some(found) = placeholder::in_command(words)
            {
                let range = Range::new(item.head.start + found.start, item.head.start + found.end);
                report.at(range, format!("`{}` in {name} is a placeholder", range.of(&packet.text)));
            }
        }
    }
}
