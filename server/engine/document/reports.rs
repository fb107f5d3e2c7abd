//! Verdicts: what Validators said in the reports of a packet.

use super::Document;
use super::lines::LineKind;
use crate::text::grammar::verdict::{self, Verdict};
use crate::text::range::Range;

/// One verdict line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    pub verdict: Verdict,
    /// The word `PASS`, `FAIL` or `OUTDATED_ONLY`.
    pub range: Range,
    pub line: Range,
    /// Whether it stands in a section of reports, where it belongs.
    pub in_reports: bool,
}

impl Document {
    /// Every verdict outside fences, in order.
    pub fn verdicts(&self) -> Vec<Report> {
        // The word is rare, so looking for it first spares reading every line.
        let bytes = self.text.as_bytes();
        let mut found = Vec::new();
        for at in memchr::memchr2_iter(b'V', b'v', bytes) {
            if !bytes.get(at..at + 7).is_some_and(|word| word.eq_ignore_ascii_case(b"verdict")) {
                continue;
            }
            let line = self.line_at(at);
            if self.line_kind(line) != LineKind::Text {
                continue;
            }
            let Some((verdict, range)) = verdict::verdict(line.of(&self.text)) else { continue };
            let range = Range::new(line.start + range.start, line.start + range.end);
            if found.last().is_some_and(|last: &Report| last.line == line) {
                continue;
            }
            found.push(Report { verdict, range, line, in_reports: self.in_report(line.start) });
        }
        found
    }

    /// The last verdict in the reports; in older packets any report section counts.
    pub fn last_verdict(&self) -> Option<Verdict> {
        self.verdicts().into_iter().rfind(|report| report.in_reports).map(|report| report.verdict)
    }
}
