//! Rules about paths that hold on one machine only.

family! { 'Y', "Paths and boundaries";
    drive_letter_path
    unc_path
    absolute_home_path
}

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Finding, Severity};
use crate::text::range::Range;

/// Whether a place is judged: lines that only show what is wrong say so, and reports saw what they saw.
fn is_judged(document: &Document, at: usize) -> bool {
    let words = document.line_at(at).of(&document.text).to_ascii_lowercase();
    !words.contains("example") && !words.contains("e.g.") && !document.in_report(at)
}

/// The end of the path that begins at a place.
fn end_of_path(document: &Document, at: usize) -> usize {
    let line = document.line_at(at);
    let words = Range::new(at, line.end).of(&document.text);
    let end = words.find(|letter: char| letter.is_whitespace() || "`\"'),".contains(letter));
    end.map_or(line.end, |end| at + end)
}

/// In packets, stubs and refinements it weighs less: there a person may quote what a program said.
fn weighed(finding: &mut Finding, document: &Document) {
    if matches!(document.kind, Kind::Packet | Kind::Stub | Kind::Refinement) {
        finding.severity(Severity::Warning);
    }
}
