//! # The verdict on the specification has no reason
//!
//! A verdict without a reason cannot be checked.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - CLEARLY_COVERS_REASON: <fill>
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - CLEARLY_COVERS_REASON: 2.1.1 says it in full.
//! ````
//!
//! Source: Part 2.5.1.

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
    report.unsaid(refinement, Label::ClearlyCoversReason);
}
