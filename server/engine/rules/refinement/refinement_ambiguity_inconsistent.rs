//! # An ambiguity was found, and the verdict does not show it
//!
//! What can be read two ways is not clearly covered, and must be settled in the specification.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - CLEARLY_COVERS_VERDICT: PASS
//! - AMBIGUITY_FOUND: YES
//! - ENRICHMENT_NEEDED: NO
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - CLEARLY_COVERS_VERDICT: FAIL
//! - AMBIGUITY_FOUND: YES
//! - ENRICHMENT_NEEDED: YES
//! ````
//!
//! Source: Part 2.5.2.

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
    if answer(refinement, Label::AmbiguityFound).as_deref() != Some("YES") {
        return;
    }
    let Some(value) = refinement.value(Label::AmbiguityFound) else { return };
    let verdict = answer(refinement, Label::ClearlyCoversVerdict);
    let needed = answer(refinement, Label::EnrichmentNeeded);
    if verdict.as_deref() == Some("PASS") || needed.as_deref() == Some("NO") {
        report.at(value.range, "YES asks for the verdict FAIL and for ENRICHMENT_NEEDED: YES");
    }
}
