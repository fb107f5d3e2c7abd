//! Cutting a value into its parts at separators that stand outside brackets and backticks. Knows no anchors.

use memchr::memchr_iter;

use crate::text::range::Range;

/// A piece of a value, blanks trimmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub range: Range,
    pub starts_line: bool,
    pub after_comma: bool,
}

/// The parts at `,` `;` ` + ` ` and ` and line ends. Where the brackets or backticks of a line do not
/// balance, they protect nothing on it.
pub(super) fn split(value: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = 0;
    for end in memchr_iter(b'\n', value.as_bytes()).chain(std::iter::once(value.len())) {
        line(value, Range::new(start, end), &mut parts);
        start = end + 1;
    }
    parts
}

fn line(value: &str, line: Range, parts: &mut Vec<Part>) {
    let bytes = line.of(value).as_bytes();
    let ticks = memchr_iter(b'`', bytes).count().is_multiple_of(2);
    let brackets = balanced(bytes);
    let (mut depth, mut ticked) = (0usize, false);
    let (mut start, mut at, mut first, mut comma) = (0, 0, true, false);
    let mut push = |from: usize, to: usize, after_comma: bool| {
        let Some(text) = line.of(value).get(from..to) else { return };
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return;
        }
        let begin = line.start + from + (text.len() - text.trim_start().len());
        let range = Range::new(begin, begin + trimmed.len());
        parts.push(Part { range, starts_line: std::mem::take(&mut first), after_comma });
    };
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'`' if ticks => ticked = !ticked,
            b'(' | b'[' if brackets && !ticked => depth += 1,
            b')' | b']' if brackets && !ticked => depth = depth.saturating_sub(1),
            _ => {}
        }
        let length = if depth == 0 && !ticked { separator(bytes, at) } else { 0 };
        if length > 0 {
            push(start, at, comma);
            comma = byte == b',';
            start = at + length;
        }
        at += length.max(1);
    }
    push(start, bytes.len(), comma);
}

/// How many bytes the separator at `at` takes; zero where there is none.
fn separator(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        // A comma between digits is part of a quantity.
        Some([b',', b'0'..=b'9', ..]) if at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_digit) => 0,
        Some([b',' | b';', ..]) => 1,
        Some([b' ', b'+', b' ', ..]) => 3,
        Some([b' ', b'a', b'n', b'd', b' ', ..]) => 5,
        _ => 0,
    }
}

fn balanced(bytes: &[u8]) -> bool {
    let mut depth = 0i64;
    for byte in bytes {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::split;

    fn parts(value: &str) -> Vec<&str> {
        split(value).iter().map(|part| part.range.of(value)).collect()
    }

    #[test]
    fn separators_cut_only_outside_brackets_and_backticks() {
        assert_eq!(parts("1.1, 1.2; 1.3 + 1.4 and 1.5\n 1.6 "), ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]);
        assert_eq!(parts("1.1 (a, b; c) + `x, y` [d, e]"), ["1.1 (a, b; c)", "`x, y` [d, e]"]);
        assert_eq!(parts("brandy, C++ + x"), ["brandy", "C++", "x"]);
    }

    #[test]
    fn unbalanced_marks_protect_nothing() {
        assert_eq!(parts("1.1 (a, 1.2\n`b, c"), ["1.1 (a", "1.2", "`b", "c"]);
        assert_eq!(parts("1.1 a), (1.2"), ["1.1 a)", "(1.2"]);
    }

    #[test]
    fn a_quantity_keeps_its_comma() {
        assert_eq!(parts("1,559 lines"), ["1,559 lines"]);
        assert_eq!(parts(" ,; \n\n"), Vec::<&str>::new());
    }
}
