//! # The task board check cannot read the verdict
//!
//! It looks for a line that begins with `Verdict:`, without bullet and without asterisks.
//!
//! ````md,bad
//! ## VALIDATION_REPORTS
//! - **Verdict:** PASS
//! ````
//!
//! ````md,good
//! ## VALIDATION_REPORTS
//! Verdict: PASS
//! ````
//!
//! Source: Part 1 [CX-573B].

use crate::document::Document;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let verdicts: Vec<_> = packet.verdicts().into_iter().filter(|verdict| verdict.in_reports).collect();
    let is_bare = |line: Range| {
        let line = line.of(&packet.text).trim_start();
        line.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("verdict:"))
    };
    if verdicts.iter().any(|verdict| is_bare(verdict.line)) {
        return;
    }
    if let Some(last) = verdicts.last() {
        let word = last.range.of(&packet.text);
        report.at(last.line, format!("the board check reads `Verdict: {word}` at the start of a line")).fix(
            format!("Write `Verdict: {word}`"),
            Safety::Review,
            vec![Edit::replace(Range::new(last.line.start, last.range.end), format!("Verdict: {word}"))],
        );
    }
}
