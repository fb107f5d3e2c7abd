//! Workflow commands that GitHub turns into annotations.

use std::fmt::Write as _;

use engine::rules::report::Severity;

use super::places;
use crate::cli::check::Findings;

pub fn render(findings: &Findings) -> String {
    let mut out = String::new();
    for (document, found) in &findings.list {
        let (start, end) = places(document, found.range);
        let level = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            _ => "notice",
        };
        let _ = writeln!(
            out,
            "::{level} file={},line={},col={},endLine={},endColumn={},title={}::{}",
            property(&document.path),
            start.line,
            start.column,
            end.line,
            end.column,
            found.rule.name,
            data(&found.message)
        );
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
