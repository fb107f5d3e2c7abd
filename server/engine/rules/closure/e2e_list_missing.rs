//! # A list of the closure plan says nothing
//!
//! Where the plan applies, each of its lists is a part of the proof.
//!
//! ````md,bad
//! - END_TO_END_CLOSURE_PLAN_APPLICABLE: YES
//! - SERVER_SOURCES_OF_TRUTH:
//!   - one
//! - REQUIRED_PROVENANCE_FIELDS:
//!   - one
//! - VERIFICATION_PLAN:
//!   - one
//! - ERROR_TAXONOMY_PLAN:
//!   - one
//! - UI_GUARDRAILS:
//!   - one
//! ````
//!
//! ````md,good
//! - END_TO_END_CLOSURE_PLAN_APPLICABLE: YES
//! - SERVER_SOURCES_OF_TRUTH:
//!   - one
//! - REQUIRED_PROVENANCE_FIELDS:
//!   - one
//! - VERIFICATION_PLAN:
//!   - one
//! - ERROR_TAXONOMY_PLAN:
//!   - one
//! - UI_GUARDRAILS:
//!   - one
//! - VALIDATOR_ASSERTIONS:
//!   - one
//! ````
//!
//! Source: Part 8 [CX-E2E-001].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

const LISTS: &[Label] = &[
    Label::ServerSources,
    Label::ProvenanceFields,
    Label::VerificationPlan,
    Label::ErrorTaxonomy,
    Label::UiGuardrails,
    Label::ValidatorAssertions,
];

fn check(packet: &Document, report: &mut Report) {
    let applies = packet.filled(Label::ClosureApplicable).is_some_and(|value| value.text.starts_with("YES"));
    for &label in LISTS.iter().filter(|_| applies) {
        report.unsaid(packet, label);
    }
}
