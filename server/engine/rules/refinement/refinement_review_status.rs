//! # Review status and signature disagree
//!
//! APPROVED and the signature belong together.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - USER_SIGNATURE: mara050320260915
//! - USER_REVIEW_STATUS: PENDING
//! ````
//!
//! ````md,good
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - USER_SIGNATURE: mara050320260915
//! - USER_REVIEW_STATUS: APPROVED
//! ````
//!
//! Source: Part 2.5.2.

use super::is_signed;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
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
    let Some(field) = refinement.field(Label::ReviewStatus) else { return };
    let value = refinement.value_of(field);
    let approved =
        value.text.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("APPROVED"));
    let range = if value.text.is_empty() { field.name } else { value.range };
    match (is_signed(refinement), approved) {
        (true, false) => _ = report.at(range, format!("signed, but the status is `{}`", value.text)),
        (false, true) => _ = report.at(range, "APPROVED, but not signed").severity(Severity::Warning),
        _ => {}
    }
}
