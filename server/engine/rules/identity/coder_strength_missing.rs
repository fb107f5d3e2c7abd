//! # Work is in progress without a CODER_REASONING_STRENGTH
//!
//! The claim states how hard the coder thinks; the board shows it.
//!
//! ````md,bad
//! - **Status:** In Progress
//! - CODER_REASONING_STRENGTH: <unclaimed>
//! ````
//!
//! ````md,good
//! - **Status:** In Progress
//! - CODER_REASONING_STRENGTH: HIGH
//! ````
//!
//! Source: Part 4, step 1 [CX-601].

use super::metadata::needs_claim;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if needs_claim(packet, Label::CoderStrength) {
        report.unsaid(packet, Label::CoderStrength);
    }
}
