//! # AMBIGUITY_FOUND is neither YES nor NO
//!
//! An open question about meaning is answered, or it stops the work.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - AMBIGUITY_FOUND: PENDING
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - AMBIGUITY_FOUND: NO
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
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    let Some(field) = refinement.field(Label::AmbiguityFound) else { return };
    let value = refinement.value_of(field);
    if !matches!(answer(refinement, Label::AmbiguityFound).as_deref(), Some("YES" | "NO")) {
        let range = if value.text.is_empty() { field.name } else { value.range };
        report.at(range, format!("`{}` is no answer; write YES or NO", value.text));
    }
}
