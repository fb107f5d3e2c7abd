//! # Tests run before the build
//!
//! A build that fails explains a test that fails; the other way round both are read.
//!
//! ````md,bad
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! cargo check
//! ```
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! cargo check
//! cargo test
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-605].

use super::is_test;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Hint, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::TestPlan) else { return };
    let commands = packet.commands(field);
    let build = commands.iter().position(|command| {
        command.text.starts_with("cargo build") || command.text.starts_with("cargo check")
    });
    let test = commands.iter().position(|command| is_test(&command.text));
    if let (Some(build), Some(test)) = (build, test)
        && test < build
    {
        report.at(
            commands[test].range,
            format!("`{}` runs before `{}`", commands[test].text, commands[build].text),
        );
    }
}
