//! # The refinement is signed although the specification must be extended first
//!
//! A signature under an open extension approves a specification that does not exist yet.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: YES
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! ````md,good
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: NO
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! Source: Part 2.5.2.

use super::{answer, is_signed};
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
    let Some((_, value)) = refinement.signature().filter(|_| is_signed(refinement)) else { return };
    if answer(refinement, Label::EnrichmentNeeded).as_deref() == Some("YES") {
        report.at(value.range, format!("`{}`, but ENRICHMENT_NEEDED is YES", value.text));
    }
}
