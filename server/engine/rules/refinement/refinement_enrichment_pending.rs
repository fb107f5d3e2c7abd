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

use super::unanswered;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    if refinement.field(Label::EnrichmentNeeded).is_none() {
        report.unsaid(refinement, Label::EnrichmentNeeded);
    }
    unanswered(refinement, Label::EnrichmentNeeded, report);
}
