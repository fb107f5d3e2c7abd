//! Byte ranges as protocol ranges, and the other way round for edits.

use engine::document::Document;
use engine::text::buffer::Change;
use engine::text::line_index::{Encoding, Position};
use engine::text::range::Range;
use lsp_types::TextDocumentContentChangeEvent;

pub fn range(document: &Document, range: Range, encoding: Encoding) -> lsp_types::Range {
    let place = |offset: usize| {
        let found = document.lines().position(&document.text, offset, encoding);
        lsp_types::Position::new(found.line, found.column)
    };
    lsp_types::Range::new(place(range.start), place(range.end))
}

pub fn change(event: TextDocumentContentChangeEvent) -> Change {
    match event.range {
        None => Change::Full(event.text),
        Some(range) => {
            let place = |place: lsp_types::Position| Position { line: place.line, column: place.character };
            Change::Part { start: place(range.start), end: place(range.end), text: event.text }
        }
    }
}
