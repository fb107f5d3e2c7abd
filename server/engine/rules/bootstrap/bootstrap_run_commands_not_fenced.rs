//! # RUN_COMMANDS is not in a fence
//!
//! Commands in a fence are copied as they are; elsewhere Markdown may change them.
//!
//! ````md,bad
//! - RUN_COMMANDS: cargo test
//! ````
//!
//! ````md,good
//! - RUN_COMMANDS:
//!   ```bash
//!   cargo test
//!   ```
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::RunCommands) else { return };
    if packet.fences_in(field.block).next().is_none() && packet.is_said(field) {
        let finding = report.at(field.name, "RUN_COMMANDS has no fenced block");
        if let Some(edit) = packet.fenced(field) {
            finding.fix("Put the commands in a fence", Safety::Review, vec![edit]);
        }
    }
}
