//! # The packet has no OUT_OF_SCOPE
//!
//! What stays untouched must be said, or somebody fixes it while they are there.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## SCOPE
//! - What: x
//! ````
//!
//! ````md,good
//! - OUT_OF_SCOPE:
//!   - the view -> separate WP
//! ````
//!
//! Source: Part 3.5 [CX-604B].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    legacy: Some(Severity::Warning),
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(packet: &Document, report: &mut Report) {
    report.unsaid(packet, Label::OutOfScope);
}
