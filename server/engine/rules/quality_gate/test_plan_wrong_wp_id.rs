//! # A gate command names another work packet
//!
//! The gate would check a packet that is not this one, and pass.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ### TEST_PLAN
//! ```bash
//! just post-work WP-1-Example
//! ```
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ### TEST_PLAN
//! ```bash
//! just post-work WP-1-Example-v2
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-605]; Part 5.7 [CX-580E].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

const GATES: &[&str] = &["pre-work", "post-work", "gate-check", "validate-workflow"];

fn check(packet: &Document, report: &mut Report) {
    let own = packet.wp_id();
    for label in [Label::TestPlan, Label::RunCommands] {
        let Some(field) = packet.field(label) else { continue };
        for command in packet.commands(field) {
            let mut words = command.text.split_whitespace();
            if words.next() != Some("just") || !words.next().is_some_and(|gate| GATES.contains(&gate)) {
                continue;
            }
            let Some(id) = words.next().filter(|id| id.starts_with("WP-") && *id != own) else { continue };
            let Some(at) = command.range.of(&packet.text).find(id) else { continue };
            let range = Range::new(command.range.start + at, command.range.start + at + id.len());
            report.at(range, format!("`{id}` is not this packet, which is {own}")).fix(
                format!("Write `{own}`"),
                Safety::Review,
                vec![Edit::replace(range, own)],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check_fix;

    #[test]
    fn the_id_alone_is_replaced() {
        let packet = |id: &str| {
            format!(
                "# Task Packet: WP-1-Example\n### TEST_PLAN\n```\njust post-work {id} --range a..b # {id}\n```\n"
            )
        };
        check_fix(
            &RULE,
            &packet("WP-1-Other"),
            &packet("WP-1-Example").replace("# WP-1-Example\n", "# WP-1-Other\n"),
        );
    }
}
