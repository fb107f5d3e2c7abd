//! # No DONE_MEANS item names a check that passes
//!
//! Work is done when its checks say so: tests, a review, the post-work gate.
//!
//! ````md,bad
//! ### DONE_MEANS
//! - The storage trait has six methods (2.1.1)
//! - Notes keep their identity (2.1.2)
//! - Nothing else opens the database (2.1.3)
//! ````
//!
//! ````md,good
//! ### DONE_MEANS
//! - The storage trait has six methods (2.1.1)
//! - Notes keep their identity (2.1.2)
//! - All tests pass
//! ````
//!
//! Source: Part 3.5 [CX-606].

use super::names_a_check;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::DoneMeans) else { return };
    let items = packet.items(field);
    // A list that is too short is not finished yet, which another rule says.
    if items.list.len() < packet.config.ranges.done_means.least {
        return;
    }
    if !names_a_check(packet.whole(field).of(&packet.text)) {
        let finding = report.at(field.name, "no DONE_MEANS item names a check, such as `All tests pass`");
        if let Some(edit) = packet.with_entry(field, "All tests of TEST_PLAN pass") {
            finding.fix("Append that all tests pass", Safety::Review, vec![edit]);
        }
    }
}
