//! # A MEDIUM or HIGH packet runs no test
//!
//! Lint and build say that the code is well formed, not that it does what was asked.
//!
//! ````md,bad
//! - RISK_TIER: MEDIUM
//! ### TEST_PLAN
//! ```bash
//! cargo clippy
//! just post-work WP-1-Example
//! ```
//! ````
//!
//! ````md,good
//! - RISK_TIER: MEDIUM
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! just post-work WP-1-Example
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-602], [CX-605].

use super::is_test;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::document::value::Tier;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::TestPlan) else { return };
    let Some(tier) = packet.tier().filter(|tier| *tier > Tier::Low) else { return };
    let commands = packet.commands(field);
    // An unfinished plan says so elsewhere.
    let unfinished = commands.iter().any(|command| placeholder::in_command(&command.text).is_some());
    if !commands.is_empty() && !unfinished && !commands.iter().any(|command| is_test(&command.text)) {
        report.at(field.name, format!("{}, but no command of TEST_PLAN runs a test", tier.name()));
    }
}
