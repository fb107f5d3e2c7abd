//! A text being typed in; the only file that knows ropey, and the only mutable text.

use super::line_index::{Encoding, Position};
use memchr::{memchr_iter, memrchr};
use ropey::{Rope, RopeSlice};
use std::sync::Arc;

/// What an editor says happened to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The whole text is new.
    Full(String),
    /// The text between two positions gives way; positions outside the text are moved into it, and two in
    /// the wrong order are swapped.
    Part { start: Position, end: Position, text: String },
}

/// What a [`Change`] did, in the terms of an incremental parser: bytes `start..old_end` of the old text
/// became bytes `start..new_end` of the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applied {
    pub start: usize,
    pub old_end: usize,
    pub new_end: usize,
    pub start_point: Point,
    pub old_end_point: Point,
    pub new_end_point: Point,
    /// Nothing gave way but words: ASCII letters, digits and spaces. The old text is gone when a parser asks.
    pub removed_words: bool,
}

/// A place as tree-sitter counts: rows end at `\n` only (a [`Position`] also counts a lone `\r`), columns
/// are bytes, and a `\r` before the `\n` is part of its row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    pub row: usize,
    pub column: usize,
}

/// The text of an open document, edited in time that does not grow with its length.
#[derive(Clone, Debug)]
pub struct Buffer {
    rope: Rope,
    /// How many `\n` the rope holds. The rope counts line ends of all three kinds; the difference is the
    /// number of lone `\r`, and as long as that is zero its lines are rows.
    line_feeds: usize,
}

impl Buffer {
    pub fn new(text: &str) -> Buffer {
        Buffer { rope: Rope::from_str(text), line_feeds: line_feeds(text) }
    }

    /// The whole text, copied.
    pub fn text(&self) -> Arc<str> {
        String::from(&self.rope).into()
    }

    /// Applies one change; positions count columns in `encoding`.
    pub fn apply(&mut self, change: &Change, encoding: Encoding) -> Applied {
        match change {
            Change::Full(text) => {
                let applied = self.replaced(0, self.rope.len_bytes(), text);
                *self = Buffer::new(text);
                applied
            }
            Change::Part { start, end, text } => {
                let (one, other) = (self.char_at(*start, encoding), self.char_at(*end, encoding));
                self.replace(one.min(other), one.max(other), text)
            }
        }
    }

    /// Replaces between two character indexes, which must lie in the rope.
    fn replace(&mut self, start: usize, end: usize, text: &str) -> Applied {
        let applied = self.replaced(self.rope.char_to_byte(start), self.rope.char_to_byte(end), text);
        let removed: usize = self.rope.slice(start..end).chunks().map(line_feeds).sum();
        self.rope.remove(start..end);
        self.rope.insert(start, text);
        self.line_feeds = self.line_feeds + line_feeds(text) - removed;
        applied
    }

    /// Describes the replacement of bytes `start..old_end` by `text`, before it is done.
    fn replaced(&self, start: usize, old_end: usize, text: &str) -> Applied {
        let start_point = self.point(start);
        let removed = self.rope.byte_slice(start..old_end);
        Applied {
            start,
            old_end,
            new_end: start + text.len(),
            start_point,
            old_end_point: removed.chunks().fold(start_point, after),
            new_end_point: after(start_point, text),
            removed_words: removed.chunks().all(is_words),
        }
    }

    fn point(&self, offset: usize) -> Point {
        let lone_returns = self.rope.len_lines() - 1 - self.line_feeds;
        if lone_returns > 0 {
            return self.rope.byte_slice(..offset).chunks().fold(Point::default(), after);
        }
        let row = self.rope.byte_to_line(offset);
        Point { row, column: offset - self.rope.line_to_byte(row) }
    }

    /// The character index of a position, moved into the text by the rules of [`super::line_index`].
    fn char_at(&self, position: Position, encoding: Encoding) -> usize {
        let (line, column) = (position.line as usize, position.column as usize);
        if line >= self.rope.len_lines() {
            return self.rope.len_chars();
        }
        let content = without_line_end(self.rope.line(line));
        let within = match encoding {
            Encoding::Utf8 => content.byte_to_char(column.min(content.len_bytes())),
            Encoding::Utf16 => content.utf16_cu_to_char(column.min(content.len_utf16_cu())),
            Encoding::Utf32 => column.min(content.len_chars()),
        };
        self.rope.line_to_char(line) + within
    }
}

fn without_line_end(line: RopeSlice<'_>) -> RopeSlice<'_> {
    let mut end = line.len_chars();
    for line_end in ['\n', '\r'] {
        if end > 0 && line.char(end - 1) == line_end {
            end -= 1;
        }
    }
    line.slice(..end)
}

/// Where one stands after `text`, when one stood at `point` before it.
fn after(point: Point, text: &str) -> Point {
    match memrchr(b'\n', text.as_bytes()) {
        None => Point { row: point.row, column: point.column + text.len() },
        Some(last) => Point { row: point.row + line_feeds(text), column: text.len() - last - 1 },
    }
}

/// Whether a text is ASCII letters, digits and spaces, or nothing.
pub fn is_words(text: &str) -> bool {
    text.bytes().all(|byte| byte == b' ' || byte.is_ascii_alphanumeric())
}

fn line_feeds(text: &str) -> usize {
    memchr_iter(b'\n', text.as_bytes()).count()
}

#[cfg(test)]
mod tests {
    use super::{Applied, Buffer, Change, Point, is_words};
    use crate::text::line_index::{Encoding, LineIndex, Position};
    use proptest::prelude::*;

    /// Pieces that have broken text buffers before: line ends of all kinds, several widths, NUL and BOM.
    const TEXT: &str = "(\r|\n|\r\n|a|bcd|\u{0}|\u{feff}|\u{e9}|\u{2028}|\u{85}|\u{b}|\u{c}|\u{1f600}){0,16}";

    fn encoding() -> impl Strategy<Value = Encoding> {
        prop_oneof![Just(Encoding::Utf8), Just(Encoding::Utf16), Just(Encoding::Utf32)]
    }

    fn position() -> impl Strategy<Value = Position> {
        let number = prop_oneof![9 => 0u32..12, 1 => Just(u32::MAX)];
        (number.clone(), number).prop_map(|(line, column)| Position { line, column })
    }

    fn change() -> impl Strategy<Value = Change> {
        prop_oneof![
            1 => TEXT.prop_map(Change::Full),
            9 => (position(), position(), TEXT).prop_map(|(start, end, text)| Change::Part { start, end, text }),
        ]
    }

    fn point(text: &str, offset: usize) -> Point {
        let before = &text[..offset];
        Point {
            row: before.matches('\n').count(),
            column: offset - before.rfind('\n').map_or(0, |at| at + 1),
        }
    }

    /// The same change on a plain string, through the line index.
    fn model(text: &mut String, change: &Change, encoding: Encoding) -> Applied {
        let old = text.clone();
        let (start, old_end, new) = match change {
            Change::Full(new) => (0, old.len(), new),
            Change::Part { start, end, text: new } => {
                let index = LineIndex::new(&old);
                let (one, other) = (index.offset(&old, *start, encoding), index.offset(&old, *end, encoding));
                (one.min(other), one.max(other), new)
            }
        };
        text.replace_range(start..old_end, new);
        let new_end = start + new.len();
        Applied {
            start,
            old_end,
            new_end,
            start_point: point(&old, start),
            old_end_point: point(&old, old_end),
            new_end_point: point(text, new_end),
            removed_words: is_words(&old[start..old_end]),
        }
    }

    fn lines_agree(buffer: &Buffer, text: &str) -> Result<(), TestCaseError> {
        let index = LineIndex::new(text);
        prop_assert_eq!(buffer.rope.len_lines(), index.line_count());
        for line in 0..index.line_count() {
            prop_assert_eq!(buffer.rope.line_to_byte(line), index.line_start(line));
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

        #[test]
        fn rope_and_string_say_the_same_after_every_change(
            start in TEXT,
            encoding in encoding(),
            changes in proptest::collection::vec(change(), 1..12),
        ) {
            let mut text = start.clone();
            let mut buffer = Buffer::new(&start);
            lines_agree(&buffer, &text)?;
            for change in &changes {
                let expected = model(&mut text, change, encoding);
                prop_assert_eq!(buffer.apply(change, encoding), expected);
                prop_assert_eq!(&*buffer.text(), text.as_str());
                lines_agree(&buffer, &text)?;
            }
        }

        /// Long enough for the rope to break into several leaves, with line ends at the seams.
        #[test]
        fn seams_of_the_rope_do_not_show(
            piece in "(\r|\n|\r\n|a|\u{e9}){1,7}",
            lines in proptest::collection::vec(0u32..1500, 2),
            columns in proptest::collection::vec(0u32..9, 2),
            new in TEXT,
        ) {
            let mut text = piece.repeat(900);
            let mut buffer = Buffer::new(&text);
            let start = Position { line: lines[0], column: columns[0] };
            let end = Position { line: lines[1], column: columns[1] };
            let change = Change::Part { start, end, text: new };
            let expected = model(&mut text, &change, Encoding::Utf16);
            prop_assert_eq!(buffer.apply(&change, Encoding::Utf16), expected);
            prop_assert_eq!(&*buffer.text(), text.as_str());
            lines_agree(&buffer, &text)?;
        }
    }

    #[test]
    fn row_does_not_count_a_lone_return() {
        let mut buffer = Buffer::new("a\rb\nc");
        let end = Position { line: 2, column: 1 };
        let applied =
            buffer.apply(&Change::Part { start: end, end, text: "d\re\nf".into() }, Encoding::Utf16);
        assert_eq!(applied.start_point, Point { row: 1, column: 1 });
        assert_eq!(applied.new_end_point, Point { row: 2, column: 1 });
        assert_eq!(&*buffer.text(), "a\rb\ncd\re\nf");
    }

    #[test]
    fn positions_in_the_wrong_order_are_swapped() {
        let mut buffer = Buffer::new("abc\ndef");
        let start = Position { line: 1, column: 1 };
        let end = Position { line: 0, column: 2 };
        buffer.apply(&Change::Part { start, end, text: "-".into() }, Encoding::Utf16);
        assert_eq!(&*buffer.text(), "ab-ef");
    }
}
