//! # A verdict stands outside the validation reports
//!
//! Verdicts belong to the Validator; in the Coder's sections one looks like a decision that nobody made.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//!
//! ## STATUS_HANDOFF
//! - Built and tested.
//! - Verdict: PASS
//!
//! ## VALIDATION_REPORTS
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
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if !packet.is_modern() {
        return;
    }
    for verdict in packet.verdicts().into_iter().filter(|verdict| !verdict.in_reports) {
        let word = verdict.range.of(&packet.text);
        let finding = report.at(verdict.range, format!("verdict `{word}` outside VALIDATION_REPORTS"));
        if let Some(edits) = moved(packet, verdict.range) {
            finding.fix("Move the verdict to VALIDATION_REPORTS", Safety::Review, edits);
        }
    }
}

/// The line behind everything that the reports say, where the packet has a section for them.
fn moved(packet: &Document, verdict: Range) -> Option<Vec<Edit>> {
    let reports = packet
        .sections()
        .iter()
        .find(|section| section.level == 2 && section.name == "VALIDATION_REPORTS")?;
    let line = packet.line_at(verdict.start);
    let words = line.of(&packet.text).trim().trim_start_matches(['-', '*', '+', ' ']);
    let at = reports.heading.start
        + Range::new(reports.heading.start, reports.body.end).of(&packet.text).trim_end().len();
    let line_end = packet.line_end();
    let put = Edit::insert(at, format!("{line_end}{line_end}{words}"));
    Some(vec![packet.without_lines(line), put])
}
