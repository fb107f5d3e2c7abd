//! # Work is in progress without a BOOTSTRAP heading
//!
//! A Coder starts by the plan under BOOTSTRAP; the gate looks for its heading before any other.
//!
//! ````md,bad
//! - **Status:** In Progress
//!
//! BOOTSTRAP: read the files
//! ````
//!
//! ````md,good
//! - **Status:** In Progress
//!
//! ## BOOTSTRAP
//! - FILES_TO_OPEN:
//!   - src/a.rs
//! ````
//!
//! Source: Part 6.2 [CX-625].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(value) = packet.value(Label::Status) else { return };
    // A packet without any BOOTSTRAP is told so by a rule of its own.
    let only_a_field = packet.section("BOOTSTRAP").is_none() && packet.field(Label::Bootstrap).is_some();
    if Status::of(value.text) == Some(Status::InProgress) && only_a_field {
        report
            .at(value.range, format!("`{}`, but there is no heading BOOTSTRAP", value.text))
            .insert("Insert BOOTSTRAP", template::section(packet, "BOOTSTRAP"));
    }
}
