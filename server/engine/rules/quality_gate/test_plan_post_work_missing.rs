//! # TEST_PLAN does not end with the post-work gate
//!
//! `just post-work` is the last gate before a commit.
//!
//! ````md,bad
//! ### TEST_PLAN
//! ```bash
//! cargo test
//! ```
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
use crate::document::contract::words::post_work;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::TestPlan) else { return };
    let commands = packet.commands(field);
    if !commands.is_empty() && !commands.iter().any(|command| command.text.starts_with("just post-work")) {
        let finding = report.at(field.name, "no `just post-work` in TEST_PLAN");
        if let Some(edit) = packet.with_command(field, &post_work(packet.wp_id())) {
            finding.fix("Append `just post-work`", Safety::Review, vec![edit]);
        }
    }
}
