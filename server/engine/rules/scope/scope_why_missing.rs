//! # The packet has no Why
//!
//! A Coder who knows the reason makes better choices.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## SCOPE
//! - What: a change
//! ````
//!
//! ````md,good
//! - Why: Users cannot stop a job.
//! ````
//!
//! Source: Part 3.5 [CX-603].

use super::has_scope;
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
    if has_scope(packet) {
        report.unsaid(packet, Label::Why);
    }
}
