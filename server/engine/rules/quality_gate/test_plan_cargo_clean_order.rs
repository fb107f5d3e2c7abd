//! # TEST_PLAN cleans after the post-work gate
//!
//! Cleaning after the gate cleans too late.
//!
//! ````md,bad
//! ### TEST_PLAN
//! ```bash
//! just post-work WP-1-Example
//! just cargo-clean
//! ```
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! just cargo-clean
//! just post-work WP-1-Example
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-605].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::TestPlan) else { return };
    let commands = packet.commands(field);
    let first = |start: &str| commands.iter().position(|command| command.text.starts_with(start));
    if let (Some(clean), Some(gate)) = (first("just cargo-clean"), first("just post-work"))
        && clean > gate
    {
        let finding = report.at(commands[clean].range, "`just cargo-clean` stands after `just post-work`");
        if let Some(insert) = packet.before_command(&commands[gate], &commands[clean].text) {
            let edits = vec![insert, packet.without_lines(commands[clean].range)];
            finding.fix("Move it before `just post-work`", Safety::Review, edits);
        }
    }
}
