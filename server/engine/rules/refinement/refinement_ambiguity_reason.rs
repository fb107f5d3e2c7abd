//! # AMBIGUITY_REASON does not fit AMBIGUITY_FOUND
//!
//! YES names the two readings; NO says NONE.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - AMBIGUITY_FOUND: YES
//! - AMBIGUITY_REASON: NONE
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - AMBIGUITY_FOUND: YES
//! - AMBIGUITY_REASON: `batch` may mean a file or a transaction.
//! ````
//!
//! Source: Part 2.5.1.

use super::answer;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    let Some(field) = refinement.field(Label::AmbiguityReason) else { return };
    let value = refinement.value_of(field);
    let is_none = value.text.trim_end_matches('.').eq_ignore_ascii_case("NONE");
    let range = if value.text.is_empty() { field.name } else { value.range };
    match answer(refinement, Label::AmbiguityFound).as_deref() {
        Some("YES") if is_none || !refinement.is_said(field) => {
            report.at(range, "an ambiguity was found; name its two readings");
        }
        Some("NO") if !is_none && !value.text.to_ascii_uppercase().starts_with("NONE") => {
            report.at(range, "no ambiguity was found; write NONE");
        }
        _ => {}
    }
}
