//! Edits of the files that every work packet shares: the board, the registry and the signature audit.

pub mod audit;
pub mod board;
pub mod registry;

#[cfg(test)]
mod tests;

use crate::document::Document;
use crate::document::table::Row;
use crate::text::edit::Edit;
use crate::text::range::Range;

/// The edit that gives a cell of a row other words.
fn set_cell(document: &Document, row: &Row, index: usize, words: &str) -> Option<Edit> {
    let cell = *row.cells.get(index)?;
    if cell.of(&document.text) == words {
        return None;
    }
    // An empty cell has no blanks of its own.
    let words = if cell.is_empty() { format!(" {words} ") } else { words.to_string() };
    Some(Edit::replace(cell, words))
}

/// Words as a cell: no bar that would end it, and no line end.
fn cell(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace("\\|", "|").replace('|', "\\|")
}

/// The end of the last line in a range that says something.
fn last_words(document: &Document, within: Range) -> Option<usize> {
    let words = within.of(&document.text).trim_end();
    (!words.trim().is_empty()).then_some(within.start + words.len())
}
