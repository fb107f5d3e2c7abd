//! # The checklist of CLEARLY_COVERS is not whole
//!
//! Five questions, each with its own answer, keep the verdict honest.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### CLEARLY_COVERS (5-point checklist)
//! - Appears in Main Body: [x] PASS
//! - Explicitly named: [x] PASS
//! - Measurable acceptance criteria: [x] PASS
//! - No ambiguity: [x] PASS
//! - CLEARLY_COVERS_VERDICT: PASS
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### CLEARLY_COVERS (5-point checklist)
//! - Appears in Main Body: [x] PASS
//! - Explicitly named: [x] PASS
//! - Specific: [x] PASS
//! - Measurable acceptance criteria: [x] PASS
//! - No ambiguity: [x] PASS
//! - CLEARLY_COVERS_VERDICT: PASS
//! ````
//!
//! Source: Part 2.5.1.

use super::refinement_checklist_verdict::{QUESTIONS, boxes};
use crate::document::Document;
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
    let Some(section) = refinement.section("CLEARLY_COVERS") else { return };
    let count = boxes(refinement, section).count();
    if count < QUESTIONS {
        report.at(section.title, format!("{count} of the {QUESTIONS} questions are answered here"));
    }
}
