//! # The packet is Done, but no Validator said so
//!
//! Done means that a Validator wrote PASS.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - **Status:** Done
//! ````
//!
//! ````md,good
//! - **Status:** Done
//!
//! ## VALIDATION_REPORTS
//! Verdict: PASS
//! ````
//!
//! Source: Part 6 [CX-585D].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    legacy: Some(Severity::Warning),
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(packet: &Document, report: &mut Report) {
    let Some(value) = packet.value(Label::Status) else { return };
    if Status::of(value.text) == Some(Status::Done) && packet.last_verdict().is_none() {
        report
            .at(value.range, format!("status `{}` without a verdict in the validation reports", value.text));
    }
}
