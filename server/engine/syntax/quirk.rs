//! Lines that tree-sitter's block grammar is known to read otherwise than CommonMark; not what is right instead.
//!
//! A document with such a line is read by [`super::on_disk`], so a doubtful line here costs a little time and
//! never a wrong block. Shapes that only the tree shows are noticed in [`super::walk`].

use crate::text::range::Range;

use super::blocks::{byte_order_mark, line_start};

/// Blanks in a row up to which the grammar's column counter (one byte, four columns a tab) does not overflow.
const MOST_BLANKS: usize = 60;

/// Fence characters in a row that the grammar can count.
const LONGEST_FENCE: usize = 250;

/// The doubtful ones among `lines`, a range of whole lines of `text`; each together with the line above it.
pub(super) fn in_lines(text: &str, lines: Range) -> Vec<Range> {
    let bytes = text.as_bytes();
    let mut doubtful = Vec::new();
    let mut above_start = if lines.start == 0 { 0 } else { line_start(bytes, lines.start - 1) };
    let mut start = if lines.start == 0 { byte_order_mark(text) } else { lines.start };
    while start < lines.end {
        let rest = bytes.get(start..).unwrap_or_default();
        let end = memchr::memchr(b'\n', rest).map_or(bytes.len(), |at| start + at);
        let line = bytes.get(start..end).unwrap_or_default();
        let above = bytes.get(above_start..start).unwrap_or_default();
        if is_doubtful(line, above) {
            doubtful.push(Range::new(above_start, end));
        }
        above_start = start;
        start = end + 1;
    }
    doubtful
}

fn is_doubtful(line: &[u8], above: &[u8]) -> bool {
    memchr::memchr(0, line).is_some()
        || has_lone_return(line)
        || has_strange_tag(line)
        || has_indented_quote(line)
        || has_tab_behind_marker(line)
        || has_tab_behind_fence(line)
        || has_long_run(line)
        || (is_delimiter_row(line) && is_strange_table(above, line))
}

/// A carriage return on its own: a line end in CommonMark, not in the grammar's rows.
fn has_lone_return(line: &[u8]) -> bool {
    memchr::memchr(b'\r', line).is_some_and(|at| at + 1 < line.len())
}

/// `<textarea`, which the grammar does not know, declarations (`<!X`), whose end it misses, and `<a/b>`, which is
/// no tag to CommonMark.
fn has_strange_tag(line: &[u8]) -> bool {
    memchr::memchr_iter(b'<', line).any(|at| match line.get(at + 1..).unwrap_or_default() {
        [b'!', letter, ..] => letter.is_ascii_alphabetic(),
        [b'/', name @ ..] | name => {
            let length =
                name.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
            name.get(..8).is_some_and(|name| name.eq_ignore_ascii_case(b"textarea"))
                || matches!(name.get(length..), Some([b'/', behind, ..]) if length > 0 && *behind != b'>')
        }
    })
}

/// The grammar takes a quote's `>` at any indentation, CommonMark up to three columns.
fn has_indented_quote(line: &[u8]) -> bool {
    let mut columns = 0;
    for byte in line {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4,
            b'>' if columns >= 4 => return true,
            b'>' => columns = 0,
            _ => return false,
        }
    }
    false
}

/// A tab between a container's marker and its content fills up columns, which the grammar counts from the
/// wrong place when there is another marker before it.
fn has_tab_behind_marker(line: &[u8]) -> bool {
    memchr::memchr(b'\t', line).is_some() && {
        let marker = prefix(line).iter().position(|byte| !matches!(byte, b' ' | b'\t'));
        marker.is_some_and(|marker| prefix(line).get(marker..).is_some_and(|rest| rest.contains(&b'\t')))
    }
}

/// The reader of files on disk does not take a fence line with a tab behind it for the end of a fence.
fn has_tab_behind_fence(line: &[u8]) -> bool {
    memchr::memrchr(b'\t', line).is_some_and(|tab| {
        let before = line.get(..tab).unwrap_or_default();
        before.windows(3).any(|three| matches!(three, b"```" | b"~~~"))
    })
}

fn has_long_run(line: &[u8]) -> bool {
    if line.len() < MOST_BLANKS {
        return false;
    }
    let blanks = longest_run(prefix(line), |byte| matches!(byte, b' ' | b'\t'));
    blanks >= MOST_BLANKS
        || (line.len() >= LONGEST_FENCE
            && longest_run(line, |byte| matches!(byte, b'`' | b'~')) >= LONGEST_FENCE)
}

/// The part of a line that can be container markers.
fn prefix(line: &[u8]) -> &[u8] {
    let marker =
        |byte: &&u8| matches!(byte, b' ' | b'\t' | b'>' | b'-' | b'+' | b'*' | b'.' | b')' | b'0'..=b'9');
    line.get(..line.iter().take_while(marker).count()).unwrap_or_default()
}

fn longest_run(bytes: &[u8], wanted: impl Fn(u8) -> bool) -> usize {
    bytes.split(|byte| !wanted(*byte)).map(<[u8]>::len).max().unwrap_or(0)
}

/// A line that could stand under the header of a pipe table.
fn is_delimiter_row(line: &[u8]) -> bool {
    memchr::memchr(b'|', line).is_some()
        && memchr::memchr(b'-', line).is_some()
        && line.iter().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t' | b'\r' | b'>'))
}

/// The grammar misses a table whose header begins with the sign of another block, such as `*` or a digit,
/// misses one without a bar at its end, takes a delimiter row at any indentation, reads `- -` in it as a list item, and miscounts in quotes.
fn is_strange_table(header: &[u8], delimiters: &[u8]) -> bool {
    let (header_indent, header_start) = indent(header);
    let (row_indent, _) = indent(delimiters);
    let split = |dash: usize| matches!(delimiters.get(dash + 1), Some(b' ' | b'\t'));
    header_start != Some(b'|')
        || !header.trim_ascii_end().ends_with(b"|")
        || memchr::memchr(b'\t', delimiters).is_some()
        || !delimiters.trim_ascii_end().ends_with(b"|")
        || (row_indent >= 4 && row_indent != header_indent)
        || memchr::memchr_iter(b'-', delimiters).any(|dash| {
            let next = delimiters.get(dash + 1..).unwrap_or_default();
            split(dash) && next.iter().find(|byte| !matches!(byte, b' ' | b'\t')) == Some(&b'-')
        })
}

/// The columns of blanks a line begins with, a tab as four, and the byte behind them.
fn indent(line: &[u8]) -> (usize, Option<u8>) {
    let mut columns = 0;
    for byte in line {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4,
            visible => return (columns, Some(*visible)),
        }
    }
    (columns, None)
}
