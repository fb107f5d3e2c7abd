//! # The closure plan names no trust boundary
//!
//! What is not to be trusted must be named before anything can be verified.
//!
//! ````md,bad
//! - END_TO_END_CLOSURE_PLAN_APPLICABLE: YES
//! - TRUST_BOUNDARY: <fill>
//! ````
//!
//! ````md,good
//! - END_TO_END_CLOSURE_PLAN_APPLICABLE: YES
//! - TRUST_BOUNDARY: client->server
//! ````
//!
//! Source: Part 8 [CX-E2E-001].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let applies = packet.filled(Label::ClosureApplicable).is_some_and(|value| value.text.starts_with("YES"));
    if applies {
        report.unsaid(packet, Label::TrustBoundary);
    }
}
