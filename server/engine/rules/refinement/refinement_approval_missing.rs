//! # The refinement is signed, and no approval is recorded
//!
//! The words of the user stand in USER_APPROVAL_EVIDENCE; the signature only closes them.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - USER_SIGNATURE: mara050320260915
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
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    if is_signed(refinement) && refinement.field(Label::ApprovalEvidence).is_none() {
        report.at(
            refinement.place_for(Label::ApprovalEvidence),
            "signed, but there is no USER_APPROVAL_EVIDENCE",
        );
    }
}
