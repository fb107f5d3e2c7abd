//! # Nothing says why the specification needs no extension
//!
//! `NO` is a claim; its reason names the sections that already say everything.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: NO
//! - REASON_NO_ENRICHMENT: <fill if ENRICHMENT_NEEDED=NO>
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: NO
//! - REASON_NO_ENRICHMENT: 2.1.1 defines batches in full.
//! ````
//!
//! Source: Part 2.5.2.

use super::{answer, says};
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
    if answer(refinement, Label::EnrichmentNeeded).as_deref() == Some("NO")
        && !says(refinement, Label::NoEnrichmentReason)
    {
        report.unsaid(refinement, Label::NoEnrichmentReason);
    }
}
