//! # TEST_PLAN has no fenced block
//!
//! Commands in a fence are copied as they stand; in a list every reader cuts them out anew.
//!
//! ````md,bad
//! ### TEST_PLAN
//! - `cargo test`
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! cargo test
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
    let Some(field) = packet.field(Label::TestPlan).filter(|field| packet.is_said(field)) else { return };
    if packet.fences_in(packet.whole(field)).next().is_none() {
        let finding = report.at(field.name, "TEST_PLAN has no fenced block of commands");
        if let Some(edit) = packet.fenced(field) {
            finding.fix("Put the commands in a fence", Safety::Review, vec![edit]);
        }
    }
}
