//! # TEST_PLAN does not clean the build folder
//!
//! `just cargo-clean` before post-work keeps build output out of the evidence.
//!
//! ````md,bad
//! ### TEST_PLAN
//! ```bash
//! just post-work WP-1-Example
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
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::TestPlan) else { return };
    let commands = packet.commands(field);
    if !commands.is_empty() && !commands.iter().any(|command| command.text.starts_with("just cargo-clean")) {
        let finding = report.at(field.name, "no `just cargo-clean` in TEST_PLAN");
        let gate = commands.iter().find(|command| command.text.starts_with("just post-work"));
        let edit = match gate {
            Some(gate) => packet.before_command(gate, "just cargo-clean"),
            None => packet.with_command(field, "just cargo-clean"),
        };
        if let Some(edit) = edit {
            finding.fix("Insert `just cargo-clean`", Safety::Review, vec![edit]);
        }
    }
}
