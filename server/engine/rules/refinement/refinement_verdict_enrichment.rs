//! # Verdict and enrichment contradict each other
//!
//! What the specification covers needs no extension; what it does not cover needs one.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - CLEARLY_COVERS_VERDICT: PASS
//! - ENRICHMENT_NEEDED: YES
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - CLEARLY_COVERS_VERDICT: FAIL
//! - ENRICHMENT_NEEDED: YES
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
    let verdict = answer(refinement, Label::ClearlyCoversVerdict);
    let needed = answer(refinement, Label::EnrichmentNeeded);
    let Some(value) = refinement.value(Label::EnrichmentNeeded) else { return };
    let message = match (verdict.as_deref(), needed.as_deref()) {
        (Some("PASS"), Some("YES")) => "the specification clearly covers the work, and is to be extended",
        (Some("FAIL"), Some("NO")) => {
            "the specification does not clearly cover the work, and is not to be extended"
        }
        _ => return,
    };
    let related = refinement.field(Label::ClearlyCoversVerdict).map(|field| field.line);
    let finding = report.at(value.range, message);
    if let Some(line) = related {
        finding.related(refinement.path.clone(), line, "the verdict");
    }
}
