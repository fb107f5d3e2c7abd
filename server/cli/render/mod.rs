//! The four forms of a report.

pub mod github;
pub mod human;
pub mod json;
pub mod sarif;

use engine::document::Document;
use engine::text::line_index::{Encoding, Position};
use engine::text::range::Range;

/// Start and end of a range, lines and columns from 1, columns in characters.
pub fn places(document: &Document, range: Range) -> (Position, Position) {
    let place = |offset: usize| {
        let found = document.lines().position(&document.text, offset, Encoding::Utf32);
        Position { line: found.line + 1, column: found.column + 1 }
    };
    (place(range.start), place(range.end))
}
