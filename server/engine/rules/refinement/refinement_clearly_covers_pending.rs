//! # Nobody has said whether the specification covers the work
//!
//! PASS or FAIL decides whether the specification must be extended first.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - CLEARLY_COVERS_VERDICT: PENDING
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - CLEARLY_COVERS_VERDICT: PASS
//! ````
//!
//! Source: Part 2.5.1, Part 2.5.2.

use super::answer;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    let Some(field) = refinement.field(Label::ClearlyCoversVerdict) else {
        return report.unsaid(refinement, Label::ClearlyCoversVerdict);
    };
    let value = refinement.value_of(field);
    let given = answer(refinement, Label::ClearlyCoversVerdict);
    if !given.is_some_and(|given| ["PASS", "FAIL"].contains(&given.as_str())) {
        let range = if value.text.is_empty() { field.name } else { value.range };
        report.at(range, format!("`{}` is no answer; write PASS or FAIL", value.text));
    }
}
