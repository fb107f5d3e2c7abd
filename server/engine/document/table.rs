//! Pipe tables as rows of cells with ranges; the audit and the registry are such tables.

use super::Document;
use super::lines::LineKind;
use crate::text::range::Range;

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub line: Range,
    /// The trimmed words of each cell; an empty cell is an empty range at its place.
    pub cells: Vec<Range>,
}

/// One table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub header: Row,
    pub rows: Vec<Row>,
}

impl Document {
    /// Every pipe table in `range`: a header line, a ruler line, and rows up to the first line without a bar.
    pub fn tables_in(&self, range: Range) -> Vec<Table> {
        let mut tables: Vec<Table> = Vec::new();
        let mut above: Option<Range> = None;
        let mut open = false;
        for line in self.lines_in(range) {
            let words = line.of(&self.text).trim_start();
            if self.line_kind(line) != LineKind::Text || !words.starts_with('|') {
                open = false;
                above = None;
                continue;
            }
            if is_ruler(words)
                && let Some(header) = above.take()
            {
                tables.push(Table { header: row(header, &self.text), rows: Vec::new() });
                open = true;
            } else if open && let Some(table) = tables.last_mut() {
                table.rows.push(row(line, &self.text));
            } else {
                above = Some(line);
            }
        }
        tables
    }
}

fn is_ruler(words: &str) -> bool {
    words.contains('-') && words.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'))
}

/// Splits at bars that are not escaped and not in backticks.
fn row(line: Range, text: &str) -> Row {
    let words = line.of(text);
    let bytes = words.as_bytes();
    let mut cells = Vec::new();
    let mut start = words.find('|').map_or(0, |bar| bar + 1);
    let mut code = false;
    let mut at = start;
    let mut push = |from: usize, to: usize| {
        let part = &words[from..to];
        let begin = line.start + from + part.len() - part.trim_start().len();
        cells.push(Range::new(begin.min(line.start + to), begin + part.trim().len()));
    };
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'`' => code = !code,
            b'|' if !code || !words[at + 1..].contains('`') => {
                push(start, at);
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    if start < words.len() && !words[start..].trim().is_empty() {
        push(start, words.len());
    }
    Row { line, cells }
}
