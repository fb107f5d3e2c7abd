//! # A command of TEST_PLAN was not run
//!
//! The packet is done, and no COMMAND of EVIDENCE is this one. Spaces do not matter, and a command may have been run with
//! more arguments.
//!
//! ````md,bad
//! - **Status:** Done
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! just post-work WP-1-Example
//! ```
//! ## EVIDENCE
//! - COMMAND: `cargo test`
//!   - EXIT_CODE: 0
//! ````
//!
//! ````md,good
//! - **Status:** Done
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! just post-work WP-1-Example
//! ```
//! ## EVIDENCE
//! - COMMAND: `cargo test -- --nocapture`
//!   - EXIT_CODE: 0
//! - COMMAND: `just post-work WP-1-Example`
//!   - EXIT_CODE: 0
//! ````
//!
//! Source: Part 3, no collapsed pass signals; Part 3.5 [CX-605].

use super::{commands, is_done};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if !is_done(packet) {
        return;
    }
    let run: Vec<String> = commands(packet).map(normal).collect();
    // Evidence that nobody has begun is told elsewhere.
    let (Some(field), false) = (packet.field(Label::TestPlan), run.is_empty()) else { return };
    for command in packet.commands(field) {
        let wanted = normal(&command.text);
        let is_open = placeholder::in_command(&command.text).is_some();
        if !is_open && !run.iter().any(|run| run.contains(&wanted)) {
            report.at(command.range, format!("no COMMAND of EVIDENCE is `{}`", command.text));
        }
    }
}

/// One space between words, no backticks.
fn normal(command: &str) -> String {
    command.trim().trim_matches('`').split_whitespace().collect::<Vec<_>>().join(" ")
}
