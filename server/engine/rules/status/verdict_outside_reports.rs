//! # A verdict stands outside the validation reports
//!
//! Verdicts belong to the Validator; in the Coder's sections one looks like a decision that nobody made.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//!
//! ## STATUS_HANDOFF
//! - Verdict: PASS
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//!
//! ## VALIDATION_REPORTS
//! Verdict: PASS
//! ````
//!
//! Source: Part 3, no collapsed pass signals.

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if !packet.is_modern() {
        return;
    }
    for verdict in packet.verdicts().into_iter().filter(|verdict| !verdict.in_reports) {
        let word = verdict.range.of(&packet.text);
        report.at(verdict.range, format!("verdict `{word}` outside VALIDATION_REPORTS"));
    }
}
