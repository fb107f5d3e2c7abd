//! # TEST_PLAN does not begin with the pre-work gate
//!
//! `just pre-work` tells before any work whether the packet is complete.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! ### TEST_PLAN
//! ```bash
//! just post-work WP-1-Example
//! ```
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! ### TEST_PLAN
//! ```bash
//! just pre-work WP-1-Example
//! just post-work WP-1-Example
//! ```
//! ````
//!
//! Source: Part 1, pre-work gate.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::contract::words::pre_work;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::TestPlan) else { return };
    let commands = packet.commands(field);
    let has_gate = commands.iter().any(|command| command.text.starts_with("just pre-work"));
    if packet.is_modern() && !commands.is_empty() && !has_gate {
        let finding = report.at(field.name, "no `just pre-work` in TEST_PLAN");
        let gate = pre_work(packet.wp_id());
        if let Some(edit) = packet.before_command(&commands[0], &gate) {
            finding.fix("Begin with `just pre-work`", Safety::Review, vec![edit]);
        }
    }
}
