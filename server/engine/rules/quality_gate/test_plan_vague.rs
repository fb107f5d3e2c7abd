//! # A TEST_PLAN entry is no command
//!
//! The Coder copies each command as it stands; nobody can copy `Run tests`.
//!
//! ````md,bad
//! ### TEST_PLAN
//! - Run tests
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-605].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

const VAGUE: &[&str] = &[
    "run tests",
    "run the tests",
    "run all tests",
    "check quality",
    "test the feature",
    "test manually",
    "manual testing",
    "verify it works",
];

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::TestPlan) else { return };
    for command in packet.commands(field) {
        let words = command.text.trim_end_matches(['.', '!']);
        if VAGUE.iter().any(|vague| words.eq_ignore_ascii_case(vague)) {
            report.at(command.range, format!("`{words}` is no command; write what is typed"));
        }
    }
}
