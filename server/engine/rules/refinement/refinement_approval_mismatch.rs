//! # The approval is not in the words of the protocol
//!
//! Exactly these words, with this id, cannot be said by accident.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - USER_SIGNATURE: mara050320260915
//! - USER_APPROVAL_EVIDENCE: ok
//! ````
//!
//! ````md,good
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - USER_SIGNATURE: mara050320260915
//! - USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Example
//! ````
//!
//! Source: Part 2.5.2.

use super::is_signed;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Never,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    let Some(field) = refinement.field(Label::ApprovalEvidence) else { return };
    let value = refinement.value_of(field);
    let wanted = format!("APPROVE REFINEMENT {}", refinement.stem());
    let signed = is_signed(refinement);
    if value.text == wanted || !signed && placeholder::class_with_note(value.text).is_some() {
        return;
    }
    let range = if value.text.is_empty() { field.name } else { value.range };
    let finding = report.at(range, format!("`{}` is not `{wanted}`", value.text));
    if !signed {
        finding.severity(Severity::Warning);
    }
}
