//! # Commands follow the closing gate
//!
//! `just post-work` looks at the finished work; what runs after it may change that work. The Validator's own commands may follow.
//!
//! ````md,bad
//! ### TEST_PLAN
//! ```bash
//! just post-work WP-1-Example
//! cargo test
//! ```
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! just post-work WP-1-Example
//! just validator-scan
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-605].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::TestPlan) else { return };
    let commands = packet.commands(field);
    let Some(gate) = commands.iter().rposition(|command| command.text.starts_with("just post-work")) else {
        return;
    };
    let late = commands[gate + 1..].iter().find(|command| {
        // A clean build directory is a matter of order for another rule.
        !command.text.starts_with("just validator-") && !command.text.starts_with("just cargo-clean")
    });
    if let Some(late) = late {
        let finding = report.at(late.range, format!("`{}` stands after `just post-work`", late.text));
        let is_plain = late.range.of(&packet.text) == late.text;
        if let Some(insert) = packet.before_command(&commands[gate], &late.text).filter(|_| is_plain) {
            let edits = vec![insert, packet.without_lines(late.range)];
            finding.fix("Move it before `just post-work`", Safety::Review, edits);
        }
    }
}
