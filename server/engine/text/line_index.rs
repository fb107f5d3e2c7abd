//! Where the lines of one text begin: byte offsets to line and column and back, in three encodings.

use super::buffer::Applied;
use super::range::Range;

/// What a column counts. The Language Server Protocol negotiates one of them; the command line shows
/// characters, which is `Utf32`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    Utf8,
    Utf16,
    Utf32,
}

/// A line and a column, both from zero; the column counts units of an [`Encoding`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// The lines of one version of one text. A line ends at `\n`, `\r\n` or a lone `\r`, as in LSP 3.17,
/// and at nothing else. The index does not hold the text: methods that need it ask for it, and a text of
/// another version gives useless answers but no panic, and so do the lines beyond 4 GiB.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    /// Offset of the first byte of each line; the first is always 0. Half as wide as an offset: a specification has as many
    /// lines as a workspace of packets, and its index is held for as long as it.
    starts: Vec<u32>,
    len: usize,
}

impl LineIndex {
    pub fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        // Counting first costs less than the memory that a guess takes too much.
        let feeds = memchr::memchr_iter(b'\n', bytes).count();
        let mut starts = Vec::with_capacity(feeds + 1);
        starts.push(0);
        if memchr::memchr(b'\r', bytes).is_none() {
            starts.extend(memchr::memchr_iter(b'\n', bytes).map(|at| saturated(at + 1)));
        } else {
            for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
                // Of `\r\n` only the second byte ends the line.
                if bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n') {
                    continue;
                }
                starts.push(saturated(at + 1));
            }
        }
        LineIndex { starts, len: bytes.len() }
    }

    /// The lines of `text`, which came from the text of this index by giving `start..old_end` to `start..new_end`.
    /// Only the lines of the edit are read again.
    pub fn edited(&self, text: &str, edit: &Applied) -> LineIndex {
        let &Applied { start, old_end, new_end, .. } = edit;
        let bytes = text.as_bytes();
        let mut first = self.line_of(start);
        // A `\n` written behind a lone `\r` makes one line end of two.
        if first > 0 && bytes.get(self.line_start(first) - 1) == Some(&b'\r') {
            first -= 1;
        }
        // The first line whose beginning the edit cannot have made or unmade.
        let kept = self.starts.partition_point(|at| *at as usize <= old_end);
        let moved = |at: &u32| *at as usize - old_end + new_end;
        let from = self.line_start(first);
        let to = self.starts.get(kept).map_or(bytes.len(), moved);
        let Some(part) = text.get(from..to) else { return LineIndex::new(text) };
        let mut starts = Vec::with_capacity(self.starts.len() + 8);
        starts.extend(self.starts.get(..=first).unwrap_or_default());
        let own = LineIndex::new(part).starts;
        let own = own.iter().skip(1).map(|at| from + *at as usize);
        starts.extend(own.filter(|at| kept == self.starts.len() || *at < to).map(saturated));
        starts.extend(self.starts.get(kept..).unwrap_or_default().iter().map(moved).map(saturated));
        LineIndex { starts, len: bytes.len() }
    }

    /// At least 1: an empty text has one empty line, and a final line end begins one more.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// The line that holds `offset`; a line end belongs to the line it ends.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= offset).saturating_sub(1)
    }

    /// Offset of the first byte of `line`; the length of the text beyond the last line.
    pub fn line_start(&self, line: usize) -> usize {
        self.starts.get(line).map_or(self.len, |start| *start as usize)
    }

    /// The bytes of `line` without its line end; empty at the end of the text beyond the last line.
    pub fn line_range(&self, text: &str, line: usize) -> Range {
        let start = self.line_start(line);
        let end = self.line_start(line.saturating_add(1));
        let content = Range::new(start, end).of(text);
        let without_feed = content.strip_suffix('\n').unwrap_or(content);
        let without_end = without_feed.strip_suffix('\r').unwrap_or(without_feed);
        Range::new(start, start + without_end.len())
    }

    /// Line and column of `offset`. An offset inside a character counts as its start, one inside or
    /// behind a line end as the end of the words of its line, one beyond the text as the end of the text.
    pub fn position(&self, text: &str, offset: usize, encoding: Encoding) -> Position {
        let offset = offset.min(self.len);
        let line = self.line_of(offset);
        let content = self.line_range(text, line);
        let offset = char_start(text, offset.min(content.end)).max(content.start);
        let before = Range::new(content.start, offset);
        let column = match encoding {
            Encoding::Utf8 => before.len(),
            // Looked at by many bytes at once, which most words are all there is to.
            _ if before.of(text).is_ascii() => before.len(),
            Encoding::Utf16 => before.of(text).chars().map(char::len_utf16).sum(),
            Encoding::Utf32 => before.of(text).chars().count(),
        };
        Position { line: saturated(line), column: saturated(column) }
    }

    /// The offset of `position`. A column beyond the line gives the end of its words, a line beyond the
    /// text the end of the text, a column inside a character (a UTF-16 surrogate pair) its start.
    pub fn offset(&self, text: &str, position: Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        let column = position.column as usize;
        let content = self.line_range(text, line);
        let same = Range::new(content.start, content.start.saturating_add(column).min(content.end));
        if text.as_bytes().get(same.start..same.end).is_some_and(<[u8]>::is_ascii) {
            return same.end;
        }
        let units = |character: char| match encoding {
            Encoding::Utf8 => character.len_utf8(),
            Encoding::Utf16 => character.len_utf16(),
            Encoding::Utf32 => 1,
        };
        let mut passed = 0;
        for (at, character) in content.of(text).char_indices() {
            passed += units(character);
            if passed > column {
                return content.start + at;
            }
        }
        content.end
    }
}

/// The start of the character that holds `offset`, within the text.
fn char_start(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn saturated(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Encoding, LineIndex, Position};
    use crate::text::buffer::{Buffer, Change};
    use crate::text::range::Range;
    use proptest::prelude::*;

    const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    fn at(line: u32, column: u32) -> Position {
        Position { line, column }
    }

    #[test]
    fn lines_end_at_the_three_line_ends_and_at_nothing_else() {
        let text = "a\nb\r\nc\rd\u{b}e\u{c}f\u{85}g\u{2028}h\n";
        let index = LineIndex::new(text);
        let lines: Vec<&str> =
            (0..index.line_count()).map(|line| index.line_range(text, line).of(text)).collect();
        assert_eq!(lines, ["a", "b", "c", "d\u{b}e\u{c}f\u{85}g\u{2028}h", ""]);
    }

    #[test]
    fn empty_text_has_one_line() {
        let index = LineIndex::new("");
        assert_eq!(index.line_count(), 1);
        assert_eq!(index.line_range("", 0), Range::empty(0));
        assert_eq!(index.position("", 7, Encoding::Utf16), at(0, 0));
        assert_eq!(index.offset("", at(3, 3), Encoding::Utf16), 0);
    }

    #[test]
    fn columns_count_units_of_the_encoding() {
        let text = "x\n\u{e9}\u{1f600}z";
        let index = LineIndex::new(text);
        let z = text.len() - 1;
        assert_eq!(index.position(text, z, Encoding::Utf8), at(1, 6));
        assert_eq!(index.position(text, z, Encoding::Utf16), at(1, 3));
        assert_eq!(index.position(text, z, Encoding::Utf32), at(1, 2));
        for encoding in ENCODINGS {
            assert_eq!(index.offset(text, index.position(text, z, encoding), encoding), z);
        }
    }

    #[test]
    fn column_inside_a_character_is_its_start() {
        let text = "\u{1f600}b";
        let index = LineIndex::new(text);
        assert_eq!(index.offset(text, at(0, 1), Encoding::Utf16), 0);
        assert_eq!(index.offset(text, at(0, 2), Encoding::Utf16), 4);
        assert_eq!(index.offset(text, at(0, 3), Encoding::Utf8), 0);
        assert_eq!(index.position(text, 3, Encoding::Utf16), at(0, 0));
    }

    #[test]
    fn column_beyond_the_line_is_before_its_line_end() {
        let text = "ab\r\nc\rd";
        let index = LineIndex::new(text);
        for encoding in ENCODINGS {
            assert_eq!(index.offset(text, at(0, 99), encoding), 2);
            assert_eq!(index.offset(text, at(1, u32::MAX), encoding), 5);
            assert_eq!(index.offset(text, at(2, 99), encoding), 7);
            assert_eq!(index.offset(text, at(u32::MAX, 0), encoding), 7);
            assert_eq!(index.position(text, 3, encoding), at(0, 2));
        }
    }

    #[test]
    fn text_of_another_version_does_not_panic() {
        let index = LineIndex::new("some longer text\nin \u{e9} two lines");
        for offset in 0..40 {
            let position = index.position("\u{e9}\u{e9}", offset, Encoding::Utf16);
            index.offset("\u{e9}\u{e9}", position, Encoding::Utf16);
        }
    }

    /// The slow and plain definition: walk over the characters and count.
    fn model(text: &str, offset: usize, encoding: Encoding) -> Position {
        let mut position = at(0, 0);
        let mut characters = text.char_indices().peekable();
        while let Some((start, character)) = characters.next() {
            let next = characters.peek().map(|(_, next)| *next);
            if start + character.len_utf8() > offset
                || (character == '\r' && next == Some('\n') && start + 1 == offset)
            {
                break;
            }
            if character == '\n' || (character == '\r' && next != Some('\n')) {
                position = at(position.line + 1, 0);
            } else if character != '\r' {
                position.column += match encoding {
                    Encoding::Utf8 => character.len_utf8() as u32,
                    Encoding::Utf16 => character.len_utf16() as u32,
                    Encoding::Utf32 => 1,
                };
            }
        }
        position
    }

    proptest! {
        #[test]
        fn position_is_what_counting_gives(text in "(\r|\n|\r\n|a|bc|\u{0}|\u{feff}|\u{e9}|\u{1f600}){0,14}") {
            let index = LineIndex::new(&text);
            for encoding in ENCODINGS {
                for offset in 0..text.len() + 2 {
                    prop_assert_eq!(index.position(&text, offset, encoding), model(&text, offset, encoding));
                }
            }
        }

        #[test]
        fn lines_after_an_edit_are_those_of_a_fresh_index(
            text in "(\r|\n|\r\n|a|bc|\u{e9}|\u{1f600}){0,14}",
            written in "(\r|\n|a|\u{e9}){0,3}",
            ends in (0u32..9, 0u32..5, 0u32..3, 0u32..5),
        ) {
            let mut buffer = Buffer::new(&text);
            let (start, end) = (at(ends.0, ends.1), at(ends.0 + ends.2, ends.3));
            let index = LineIndex::new(&text);
            let edit = buffer.apply(&Change::Part { start, end, text: written }, Encoding::Utf16);
            let text = buffer.text();
            prop_assert_eq!(index.edited(&text, &edit), LineIndex::new(&text));
        }

        #[test]
        fn offset_undoes_position(text in "(\r|\n|\r\n|a|bc|\u{0}|\u{feff}|\u{e9}|\u{1f600}){0,14}") {
            let index = LineIndex::new(&text);
            for encoding in ENCODINGS {
                for offset in (0..=text.len()).filter(|offset| text.is_char_boundary(*offset)) {
                    let inside_line_end = text[..offset].ends_with('\r') && text[offset..].starts_with('\n');
                    let expected = if inside_line_end { offset - 1 } else { offset };
                    prop_assert_eq!(index.offset(&text, index.position(&text, offset, encoding), encoding), expected);
                }
            }
        }
    }
}
