//! # The packet is Done, and its last verdict is FAIL
//!
//! Done after a FAIL means that somebody overruled the Validator, or that the last report is missing.
//!
//! ````md,bad
//! - **Status:** Done
//!
//! ## VALIDATION_REPORTS
//! Verdict: FAIL
//! ````
//!
//! ````md,good
//! - **Status:** Done
//!
//! ## VALIDATION_REPORTS
//! Verdict: FAIL
//!
//! Verdict: PASS
//! ````
//!
//! Source: Part 6.2 [CX-625].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::verdict::Verdict;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(value) = packet.value(Label::Status) else { return };
    if Status::of(value.text) != Some(Status::Done) {
        return;
    }
    let last = packet.verdicts().into_iter().rfind(|verdict| verdict.in_reports);
    if let Some(last) = last.filter(|last| last.verdict == Verdict::Fail) {
        report.at(value.range, format!("status `{}`, but the last verdict is FAIL", value.text)).related(
            packet.path.clone(),
            last.range,
            "the last verdict",
        );
    }
}
