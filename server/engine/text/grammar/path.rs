//! Paths in running text: evidence as `path:line`, and the drive and network paths that packets must not hold.

use super::date;
use crate::text::range::Range;
use memchr::{memchr_iter, memmem};

/// A place in a file as evidence names it: `src/store/mod.rs:10-24`. Part 1 `[CX-598]`, Part 5.7 `[CX-580E]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileLine {
    /// The whole mention.
    pub range: Range,
    /// The path, which has at least one folder.
    pub path: Range,
    /// The first line, as written: counted from 1, saturating.
    pub first: u32,
    /// The last line, the first one again when only one is named; may be smaller than the first.
    pub last: u32,
}

/// Every `path:line` and `path:line-line` in the text, in order.
pub fn file_line(text: &str) -> impl Iterator<Item = FileLine> {
    let bytes = text.as_bytes();
    let mut done = 0;
    memchr_iter(b':', bytes).filter_map(move |colon| {
        let path = path_before(bytes, done, colon)?;
        let (first, mut end) = line_number(bytes, colon + 1)?;
        let mut last = first;
        if bytes.get(end) == Some(&b'-')
            && let Some((number, after)) = line_number(bytes, end + 1)
        {
            (last, end) = (number, after);
        }
        done = end;
        Some(FileLine { range: Range::new(path.start, end), path, first, last })
    })
}

/// Every drive letter with its colon and slash (`C:\`, `d:/`), in order. Drive-agnostic governance `[CX-109]`.
pub fn drive_path(text: &str) -> impl Iterator<Item = Range> {
    let bytes = text.as_bytes();
    memchr_iter(b':', bytes).filter_map(move |colon| {
        let letter = colon.checked_sub(1)?;
        let before = letter.checked_sub(1).and_then(|before| bytes.get(before));
        let is_drive = bytes.get(letter)?.is_ascii_alphabetic()
            && !before.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
            && matches!(bytes.get(colon + 1), Some(b'\\' | b'/'));
        is_drive.then(|| Range::new(letter, colon + 2))
    })
}

/// Every `\\host\share` of a network path, in order. Drive-agnostic governance `[CX-109]`.
pub fn unc_path(text: &str) -> impl Iterator<Item = Range> {
    let bytes = text.as_bytes();
    let name = |from: usize, extra: u8| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| is_path_byte(**byte) || **byte == extra).count()
    };
    let mut done = 0;
    std::iter::from_fn(move || {
        loop {
            let start = done + memmem::find(bytes.get(done..)?, b"\\\\")?;
            // Of three and more backslashes the last two open the path.
            done = start + 1;
            let host = name(start + 2, b'_');
            let share = start + 2 + host;
            if host == 0 || bytes.get(share) != Some(&b'\\') {
                continue;
            }
            let end = share + 1 + name(share + 1, b'$');
            if end > share + 1 {
                done = end;
                return Some(Range::new(start, end));
            }
        }
    })
}

/// The longest path of at least two parts that ends at `end` and does not begin before `from`.
fn path_before(bytes: &[u8], from: usize, end: usize) -> Option<Range> {
    let before = bytes.get(from..end)?;
    let len = before.iter().rev().take_while(|byte| is_path_byte(**byte) || **byte == b'/').count();
    let run = before.get(before.len() - len..)?;
    if run.last() == Some(&b'/') {
        return None;
    }
    let mut skipped = memmem::rfind(run, b"//").map_or(0, |at| at + 2);
    if run.get(skipped) == Some(&b'/') {
        skipped += 1;
    }
    let path = run.get(skipped..)?;
    path.contains(&b'/').then(|| Range::new(end - path.len(), end))
}

fn line_number(bytes: &[u8], start: usize) -> Option<(u32, usize)> {
    let rest = bytes.get(start..)?;
    let len = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let digits = rest.get(..len)?;
    (len > 0).then(|| (date::number(digits).unwrap_or(u32::MAX), start + len))
}

fn is_path_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-')
}

/// What an absolute path names from the first folder on that repositories have at their top; `None` where it has none.
pub fn from_a_root(written: &str) -> Option<String> {
    let path = written.replace('\\', "/");
    let roots = ["/src/", "/app/", "/tests/", "/docs/", "/.GOV/"];
    let at = roots.iter().filter_map(|root| path.find(root)).min()?;
    path.get(at + 1..).map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::{drive_path, file_line, unc_path};

    #[test]
    fn evidence() {
        let text = "see `src/a.rs:10`, /.GOV/x-y/b.md:3-12 and a//b/c:7; (app/src/é/d.ts:1) http://host/x:80";
        let found: Vec<_> =
            file_line(text).map(|it| (it.range.of(text), it.path.of(text), it.first, it.last)).collect();
        assert_eq!(
            found,
            [
                ("src/a.rs:10", "src/a.rs", 10, 10),
                (".GOV/x-y/b.md:3-12", ".GOV/x-y/b.md", 3, 12),
                ("b/c:7", "b/c", 7, 7),
                ("host/x:80", "host/x", 80, 80),
            ]
        );
    }

    #[test]
    fn what_is_no_evidence() {
        for text in
            ["a.rs:10", "src/a.rs", "src/a.rs:", "src/:10", "/a:1", "src/a.rs: 10", ":1", "a/b :1", "12:30"]
        {
            assert_eq!(file_line(text).count(), 0, "{text}");
        }
    }

    #[test]
    fn range_of_lines_needs_a_second_number() {
        let text = "a/b:1-x a/b:99999999999 a/b:5-2";
        let found: Vec<_> = file_line(text).map(|it| (it.range.of(text), it.first, it.last)).collect();
        assert_eq!(found, [("a/b:1", 1, 1), ("a/b:99999999999", u32::MAX, u32::MAX), ("a/b:5-2", 5, 2)]);
    }

    #[test]
    fn drive_letters() {
        let text = r"C:\work d:/x https://x file:/y aC:\ _D:/ 1E:\ (f:\g) Z: é-g:/";
        let found: Vec<_> = drive_path(text).map(|range| range.of(text)).collect();
        assert_eq!(found, [r"C:\", "d:/", r"f:\", "g:/"]);
    }

    #[test]
    fn network_paths() {
        let text = r"\\host\share$\x \\a.b\c, \\\\h\s \\host \\host\ \x\y \\é\z";
        let found: Vec<_> = unc_path(text).map(|range| range.of(text)).collect();
        assert_eq!(found, [r"\\host\share$", r"\\a.b\c", r"\\h\s"]);
    }
}
