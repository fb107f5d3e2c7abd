//! Verdicts: what Validators said in the reports of a packet.

use super::Document;
use super::lines::LineKind;
use super::placeholder;
use crate::text::grammar::verdict::{self, Verdict};
use crate::text::range::Range;

/// One verdict line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    pub verdict: Verdict,
    /// The word `PASS`, `FAIL` or `OUTDATED_ONLY`.
    pub range: Range,
    pub line: Range,
    /// Whether it stands in a section of validation reports, where it belongs.
    pub in_reports: bool,
}

/// A line that is labelled as a verdict, whatever it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerdictLine {
    /// What stands behind the colon.
    pub value: Range,
    pub line: Range,
    pub in_reports: bool,
}

impl Document {
    /// Every verdict outside fences, in order. A choice that nobody made, `PASS | FAIL`, is none.
    pub fn verdicts(&self) -> Vec<Report> {
        let read = |found: VerdictLine| {
            if placeholder::is_choice(found.value.of(&self.text)) {
                return None;
            }
            let (verdict, range) = verdict::verdict(found.line.of(&self.text))?;
            let range = Range::new(found.line.start + range.start, found.line.start + range.end);
            Some(Report { verdict, range, line: found.line, in_reports: found.in_reports })
        };
        self.verdict_lines().iter().copied().filter_map(read).collect()
    }

    /// Every line labelled `Verdict` outside fences, in order; looked for once.
    pub fn verdict_lines(&self) -> &[VerdictLine] {
        self.verdict_lines.get_or_init(|| self.find_verdict_lines())
    }

    fn find_verdict_lines(&self) -> Vec<VerdictLine> {
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
            let Some(value) = verdict::verdict_field(line.of(&self.text)) else { continue };
            let value = Range::new(line.start + value.start, line.start + value.end);
            if found.last().is_some_and(|last: &VerdictLine| last.line == line) {
                continue;
            }
            found.push(VerdictLine { value, line, in_reports: self.in_validation_report(line.start) });
        }
        found
    }

    /// Whether an offset stands in a section of validation reports or below one.
    pub fn in_validation_report(&self, offset: usize) -> bool {
        let mut section = self.section_at(offset);
        while let Some(found) = section {
            if found.name.starts_with("VALIDATION_REPORT") {
                return true;
            }
            section = found.parent.and_then(|parent| self.sections().get(parent));
        }
        false
    }

    /// The last verdict in the reports; in older packets any report section counts.
    pub fn last_verdict(&self) -> Option<Verdict> {
        self.verdicts().into_iter().rfind(|report| report.in_reports).map(|report| report.verdict)
    }
}
