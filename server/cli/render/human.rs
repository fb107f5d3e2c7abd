//! The report for people: each finding with its line and carets, and a summary.

use std::fmt::Write as _;

use engine::document::Document;
use engine::rules::report::Severity;
use engine::text::range::Range;

use super::places;
use crate::cli::check::Findings;

/// Longer lines are cut around the finding.
const WIDEST: usize = 160;

/// Bytes that most findings need at most: a report that grows is copied again and again.
const ROOM: usize = 256;

pub fn render(findings: &Findings, color: bool) -> String {
    let paint =
        |code: &str, text: &str| if color { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_string() };
    let mut out = String::with_capacity(ROOM * findings.list.len());
    for (document, found) in &findings.list {
        let code = match found.severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
            Severity::Info => "1;34",
            Severity::Hint => "1;36",
        };
        let (start, _) = places(document, found.range);
        let head = paint(code, &format!("{}[{}]", found.severity.name(), found.rule.name));
        let _ = writeln!(out, "{head}: {}", found.message);
        let _ = writeln!(out, "  --> {}:{}:{}", document.path, start.line, start.column);
        let (line, carets) = excerpt(document, found.range);
        let number = start.line.to_string();
        let _ = writeln!(out, "{number:>4} | {line}\n     | {}", paint(code, &carets));
        for related in &found.related {
            if let Some(other) = findings.workspace.document(&related.path) {
                let (place, _) = places(other, related.range);
                let _ = writeln!(
                    out,
                    "     = {}:{}:{}: {}",
                    related.path, place.line, place.column, related.message
                );
            }
        }
        out.push('\n');
    }
    let count =
        |severity: Severity| findings.list.iter().filter(|(_, found)| found.severity == severity).count();
    let _ = writeln!(
        out,
        "{} checked: {}, {}, {}, {}",
        counted(findings.files, "file"),
        counted(count(Severity::Error), "error"),
        counted(count(Severity::Warning), "warning"),
        counted(count(Severity::Info), "info"),
        counted(count(Severity::Hint), "hint")
    );
    out
}

fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// The line a finding begins in and the carets under it, control characters made visible.
fn excerpt(document: &Document, range: Range) -> (String, String) {
    let line = document.line_at(range.start);
    let words: Vec<char> = line.of(&document.text).chars().map(visible).collect();
    let before = Range::new(line.start, range.start).of(&document.text).chars().count();
    let inside = Range::new(range.start, range.end.min(line.end)).of(&document.text).chars().count().max(1);
    let from = if words.len() > WIDEST { before.saturating_sub(WIDEST / 3) } else { 0 };
    let shown: String = words.iter().skip(from).take(WIDEST).collect();
    let length = inside.min(WIDEST.saturating_sub(before - from)).max(1);
    (shown, " ".repeat(before - from) + &"^".repeat(length))
}

fn visible(letter: char) -> char {
    match letter {
        '\t' => ' ',
        letter if letter.is_control() || letter == '\u{feff}' => '\u{fffd}',
        letter => letter,
    }
}
