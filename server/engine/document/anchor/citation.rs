//! Section numbers and clause ids cited in running text. Rather misses one than takes a version for a section.

use memchr::{memchr, memchr3_iter};

use crate::document::spec::number::Number;
use crate::document::spec::tag;
use crate::text::range::Range;

use super::{Anchor, Form};

/// What `text`, which begins at byte `base` of its file, cites: numbers behind a section sign or of three
/// and more components, and clause ids in square brackets; in the order of the text. Part 5.2 [CX-601]
pub fn citations(text: &str, base: usize) -> Vec<Anchor> {
    let mut found = numbers(text, base);
    // Most lines have no bracket, and so nothing to look for.
    let open = memchr(b'[', text.as_bytes());
    for tag in open.into_iter().flat_map(|_| tag::clauses(text)) {
        if is_bracketed(text, tag) {
            let range = Range::new(tag.start + base, tag.end + base);
            found.push(Anchor { tags: vec![range], ..Anchor::bare(range, Form::Tag) });
        }
    }
    found.sort_by_key(|anchor| anchor.range.start);
    found
}

/// The section numbers alone.
pub(super) fn numbers(text: &str, base: usize) -> Vec<Anchor> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
        let start = at + start;
        let length = bytes.get(start..).map_or(0, word);
        at = start + length.max(1);
        let Some((number, taken)) = bytes.get(start..).and_then(Number::read) else { continue };
        let before = text.get(..start).unwrap_or("");
        let prefix = sign(before);
        let behind = bytes.get(start + taken..).unwrap_or_default();
        let believable = match prefix {
            Some(_) => true,
            None => number.len() >= 3 && stands_free(before, behind) && !is_version(before, number),
        };
        if !believable {
            continue;
        }
        let number_range = Range::new(start + base, start + base + taken);
        let from = prefix.map_or(number_range.start, |length| number_range.start - length);
        let range = Range::new(from, number_range.end);
        let prefix = prefix.map(|length| Range::new(from, from + before_sign(before, length)));
        let cited = Anchor::bare(range, Form::Number);
        found.push(Anchor { number: Some(number), number_range: Some(number_range), prefix, ..cited });
    }
    found
}

/// How many bytes back from the number its sign begins; none where no sign stands before it.
fn sign(before: &str) -> Option<usize> {
    let bare = before.trim_end_matches([' ', '*', '`']);
    let signs = ["A\u{c2}\u{a7}", "\u{c2}\u{a7}", "A\u{a7}", "\u{a7}", "\\u00a7", "\\u00A7"];
    if let Some(sign) = signs.iter().find(|sign| bare.ends_with(*sign)) {
        return Some(before.len() - bare.len() + sign.len());
    }
    let words = ["sections", "section", "spec"];
    let is_word = |word: &&&str| {
        let at = bare.len().checked_sub(word.len());
        let start =
            at.filter(|&at| !bare.as_bytes().get(at.wrapping_sub(1)).is_some_and(u8::is_ascii_alphanumeric));
        start.and_then(|at| bare.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    let spaced = bare.len() < before.len();
    words.iter().find(is_word).filter(|_| spaced).map(|word| before.len() - bare.len() + word.len())
}

/// The length of the sign alone, without the blanks behind it.
fn before_sign(before: &str, length: usize) -> usize {
    let blanks = before.len() - before.trim_end_matches([' ', '*', '`']).len();
    length - blanks.min(length)
}

/// Not part of a path, a version, an address, a date or a longer word.
fn stands_free(before: &str, behind: &[u8]) -> bool {
    let glue = |letter: char| letter.is_alphanumeric() || "_./\\-:@^~=<>".contains(letter);
    let glued_behind = match behind {
        [b'.', next, ..] => next.is_ascii_alphanumeric() && !next.is_ascii_uppercase(),
        [b'-', next, ..] => !next.is_ascii_digit(),
        // `2.1.1: text` cites a section, `10.0.0.1:8080` and `a.1.2:30` do not.
        [b':', next, ..] => !next.is_ascii_whitespace(),
        [next, ..] => next.is_ascii_alphanumeric() || b"/\\_".contains(next),
        [] => false,
    };
    !before.ends_with(glue) && !glued_behind
}

/// `version 1.2.3`, `>= 1.2.3`, `0.7.3`, `127.0.0.1`.
fn is_version(before: &str, number: Number) -> bool {
    let bare = before.trim_end_matches(' ');
    let word_start = bare.rfind(|letter: char| !letter.is_alphabetic()).map_or(0, |at| at + 1);
    let word = bare.get(word_start..).unwrap_or("").to_ascii_lowercase();
    let spoken =
        ["version", "node", "rust", "python", "react", "typescript", "npm", "pnpm", "cargo", "release"];
    let chapter = number.chapter();
    let address = number.to_string().contains(".0.0");
    chapter == 0
        || chapter > 99
        || address
        || spoken.contains(&word.as_str())
        || bare.ends_with(['=', '>', '<', '^', '~'])
}

/// The length of the run of digits, letters and dots that the number belongs to.
fn word(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'.').count()
}

/// Whether the nearest bracket before the id, with only ids between, is an open square one.
fn is_bracketed(text: &str, tag: Range) -> bool {
    let before = text.get(..tag.start).unwrap_or("");
    let Some(open) = memchr3_iter(b'[', b']', b'\n', before.as_bytes()).next_back() else { return false };
    let is_listed = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b"-/,. ".contains(byte);
    before.as_bytes().get(open) == Some(&b'[')
        && before.as_bytes().get(open + 1..).is_some_and(|between| between.iter().all(is_listed))
}
