//! # What a risk harms is not in quotes
//!
//! The protocol writes both sides of a risk in quotes.
//!
//! ````md,bad
//! - RISK_MAP:
//!   - "Migration fails" -> Database layer
//! ````
//!
//! ````md,good
//! - RISK_MAP:
//!   - "Migration fails" -> "Database layer" (corrupt schema)
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::grammar::risk::{RiskForm, risk_arrow};
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Safe, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::RiskMap) else { return };
    let bare: Vec<(Range, &str)> = packet
        .items(field)
        .list
        .iter()
        .filter_map(|item| Some((item.head, bare_right(item.head.of(&packet.text))?)))
        .collect();
    // One habit is one finding, however many risks it meets.
    let Some(&(range, right)) = bare.first() else { return };
    let message = match bare.len() {
        1 => format!("`{right}` is not in quotes"),
        count => format!("`{right}` is not in quotes, the first of {count}"),
    };
    let quoted = |(range, right): &(Range, &str)| {
        let end = range.start + range.of(&packet.text).trim_end().len();
        Edit::replace(Range::new(end - right.len(), end), format!("\"{right}\""))
    };
    let edits = bare.iter().map(quoted).collect();
    report.at(range, message).fix("Put the impact in quotes", Safety::Safe, edits);
}

/// The right side of a risk that stands without quotes; words behind a quoted one are a note.
fn bare_right(risk: &str) -> Option<&str> {
    if placeholder::class_with_note(risk).is_some() || risk_arrow(risk) != RiskForm::BareRight {
        return None;
    }
    let right = risk.split_once("->")?.1.trim();
    (!right.starts_with('"')).then_some(right)
}
