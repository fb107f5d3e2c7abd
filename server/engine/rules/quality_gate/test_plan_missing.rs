//! # The packet has no TEST_PLAN
//!
//! The Coder runs every command of the plan before claiming to be done.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## QUALITY_GATE
//! ### DONE_MEANS
//! - x
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! just post-work WP-1-Example
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-605].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    report.unsaid(packet, Label::TestPlan);
}
