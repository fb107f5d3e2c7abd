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

/// The lines that are judged: those that only show what is wrong say so, and so do reports.
fn judged(document: &Document) -> impl Iterator<Item = Range> + '_ {
    document.lines_in(Range::new(0, document.text.len())).filter(|line| {
        let words = line.of(&document.text).to_ascii_lowercase();
        !words.contains("example") && !words.contains("e.g.") && !document.in_report(line.start)
    })
}

/// In packets, stubs and refinements it weighs less: there a person may quote what a program said.
fn weighed(finding: &mut Finding, document: &Document) {
    if matches!(document.kind, Kind::Packet | Kind::Stub | Kind::Refinement) {
        finding.severity(Severity::Warning);
    }
}
