//! # Nobody has said whether the specification must be extended
//!
//! YES stops the packet until the specification says what it needs.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: PENDING
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: NO
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
    let Some(field) = refinement.field(Label::EnrichmentNeeded) else {
        return report.unsaid(refinement, Label::EnrichmentNeeded);
    };
    let value = refinement.value_of(field);
    let given = answer(refinement, Label::EnrichmentNeeded);
    if !given.is_some_and(|given| ["YES", "NO"].contains(&given.as_str())) {
        let range = if value.text.is_empty() { field.name } else { value.range };
        report.at(range, format!("`{}` is no answer; write YES or NO", value.text));
    }
}
