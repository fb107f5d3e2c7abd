//! # A verdict is none that the protocol knows
//!
//! The task board counts PASS, FAIL and OUTDATED_ONLY; anything else is no decision.
//!
//! ````md,bad
//! ## VALIDATION_REPORTS
//! Verdict: CONDITIONAL
//! ````
//!
//! ````md,good
//! ## VALIDATION_REPORTS
//! Verdict: OUTDATED_ONLY
//! ````
//!
//! Source: Part 1 [CX-573B].

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::verdict::{Verdict, verdict};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for line in packet.verdict_lines().iter().filter(|line| line.in_reports) {
        if verdict(line.line.of(&packet.text)).is_some() {
            continue;
        }
        let words = line.value.of(&packet.text);
        let range = if words.is_empty() { line.line } else { line.value };
        let finding = report.at(range, format!("`{words}` is no verdict; write PASS, FAIL or OUTDATED_ONLY"));
        for verdict in Verdict::ALL.iter().filter(|_| !words.is_empty()) {
            finding.replace(line.value, verdict.name());
        }
    }
}
