//! The blocks of a Markdown text, as both readers report them; no inlines, no meaning.
//!
//! Reported: ATX headings, fenced code, HTML blocks, list items and pipe tables.

use crate::text::range::Range;

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// An ATX heading (`# ...`), level 1 to 6.
    Heading { level: u8 },
    /// Fenced code, with backticks or tildes; not `closed` when a container or the file ended it.
    Fence { closed: bool },
    /// An HTML block of any of the seven kinds, comments among them.
    Html,
    /// A pipe table, header and delimiter row included.
    Table,
    /// One list item with everything in it.
    Item { ordered: bool },
}

/// One block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block {
    pub kind: BlockKind,
    /// Whole lines: from the start of the first line (container markers included) to the end of the
    /// last line that is not blank, without its line terminator.
    pub range: Range,
    /// How many list items enclose the block; 255 also stands for more.
    pub depth: u8,
    /// Whether a block quote encloses the block at any distance.
    pub quoted: bool,
}

/// All blocks of one text, sorted by start, an outer block before the blocks in it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Blocks {
    pub list: Vec<Block>,
}

/// The byte length of a byte order mark at the start of `text`, which is not part of its first line's words.
pub(super) fn byte_order_mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// The level of the ATX heading whose first `#` stands at `at`, blanks before it allowed; `None` if there is none.
pub(super) fn atx_level(text: &str, at: usize) -> Option<u8> {
    let bytes = text.as_bytes().get(at..)?;
    let blanks = bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let rest = bytes.get(blanks..)?;
    let level = rest.iter().take(7).take_while(|byte| **byte == b'#').count();
    let ends = matches!(rest.get(level), None | Some(b' ' | b'\t' | b'\n' | b'\r'));
    (ends && (1..=6).contains(&level)).then_some(level as u8)
}

/// The whole lines that a parser's block from `start` to `end` stands on, blank lines at its end left out.
///
/// Parsers differ in what they count to a block: indentation, container markers of the next line, blank
/// lines. `None` for a block without any visible byte.
pub(super) fn whole_lines(text: &str, start: usize, end: usize, quoted: bool) -> Option<Range> {
    let bytes = text.as_bytes();
    let end = end.min(bytes.len());
    let inside = bytes.get(start..end)?;
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    let first = start + inside.iter().position(|byte| !blank(byte))?;
    // A line with nothing but quote markers is a blank line of the quote.
    let last = start + inside.iter().rposition(|byte| !(blank(byte) || quoted && *byte == b'>'))?;
    Some(Range::new(line_start(bytes, first), line_end(bytes, last.max(first))))
}

/// The start of the line `at` stands in.
pub(super) fn line_start(bytes: &[u8], at: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', bytes.get(..at).unwrap_or(bytes)).map_or(0, |newline| newline + 1)
}

/// The end of the line `at` stands in, before its terminator.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    memchr::memchr2(b'\n', b'\r', rest).map_or(bytes.len(), |newline| at + newline)
}

/// The first byte at or after `at` that is no blank.
pub(super) fn first_visible(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at..)?.iter().copied().find(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}
