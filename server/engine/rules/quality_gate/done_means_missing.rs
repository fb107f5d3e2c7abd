//! # The packet has no DONE_MEANS
//!
//! The Validator checks each item; without any there is nothing to check.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## QUALITY_GATE
//! ### TEST_PLAN
//! ```bash
//! just x
//! ```
//! ````
//!
//! ````md,good
//! ### DONE_MEANS
//! - Storage trait per 2.1.1
//! ````
//!
//! Source: Part 3.5 [CX-606].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    report.unsaid(packet, Label::DoneMeans);
}
