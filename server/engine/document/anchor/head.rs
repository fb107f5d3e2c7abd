//! The beginning of one anchor: decoration, file, label, sign and number; and the title behind it.

use memchr::memmem;

use crate::document::spec::number::Number;
use crate::document::spec::tag;
use crate::text::grammar::spec_name::SpecVersion;
use crate::text::range::Range;

/// The section sign, the ways it was damaged by wrong encodings, and the words used for it.
const SIGNS: [&str; 8] =
    ["\u{a7}", "\u{c2}\u{a7}", "A\u{c2}\u{a7}", "A\u{a7}", "??", "\u{fffd}", "\\u00a7", "\\u00A7"];
const WORDS: [&str; 4] = ["sections", "section", "sec.", "chapter"];
/// What stands in brackets behind a number and says nothing of its title.
const REMARKS: [&str; 8] =
    ["normative", "hard", "law", "main body", "mandatory", "minimum", "informative", "verbatim"];
const UNITS: [&str; 11] = ["kb", "mb", "gb", "tb", "kib", "mib", "gib", "ms", "%", "s ", "x "];

/// What an anchor begins with. Offsets are of the value.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub file: Option<(Range, SpecVersion)>,
    pub line: Option<u32>,
    pub number: Option<(Number, Range)>,
    /// The other end of a range of numbers.
    pub to: Option<Number>,
    pub prefix: Option<Range>,
    pub suffix: Option<Range>,
    pub is_addendum: bool,
    pub is_tag: bool,
    pub is_bracketed_tag: bool,
    /// It began with a backtick, so the title ends at the next one.
    pub quoted: bool,
    /// Where the title begins.
    pub after: usize,
    /// Where clause ids are looked for.
    pub tags_from: usize,
}

impl Head {
    pub fn is_bare_file(&self, end: usize) -> bool {
        self.file.is_some() && self.line.is_none() && self.number.is_none() && self.after >= end
    }
}

/// The head of `part`, or none where nothing in it can be looked up. `has_file` says that a
/// specification was named before, so that a chapter number alone can be told from a count.
pub(super) fn read(value: &str, part: Range, spec_prefix: &str, has_file: bool) -> Option<Head> {
    let mut cursor = Cursor { text: value, at: part.start, end: part.end };
    let mut head = Head::default();
    let mut marked = cursor.decoration(&mut head.quoted);
    if let Some((range, version)) = cursor.file(spec_prefix) {
        head.file = Some((range, version));
        head.line = cursor.line_number();
        cursor.take(":");
        marked = cursor.decoration(&mut head.quoted) || marked;
    }
    head.is_addendum = cursor.label().is_some_and(|label| label.to_ascii_lowercase().contains("addendum"));
    marked = cursor.decoration(&mut head.quoted) || marked;
    head.tags_from = cursor.at;
    head.prefix = cursor.sign();
    let alone = head.prefix.is_some() || head.file.is_some() || has_file || marked;
    if let Some((number, range)) = cursor.number(alone, head.prefix.is_some()) {
        head.number = Some((number, range));
        head.suffix = cursor.suffix();
        head.to = cursor.range_end(number);
    } else if let Some(prefix) = head.prefix.take() {
        cursor.at = prefix.start;
    }
    head.after = cursor.at;
    if head.number.is_none() && head.line.is_none() {
        let rest = Range::new(cursor.at, part.end).of(value);
        head.is_bracketed_tag = rest.strip_prefix('[').is_some_and(starts_with_clause);
        head.is_tag = head.is_bracketed_tag || starts_with_clause(rest);
        // Words in backticks are a heading only with its marks; behind a file name they are one anyway.
        if !head.is_tag && head.file.is_none() && !(head.quoted && marked) {
            return in_passing(value, part, spec_prefix);
        }
    }
    Some(head)
}

/// A specification and a line named in the middle of a sentence: `criteria "x" (Demo_Master_Spec_v1.md:20)`.
fn in_passing(value: &str, part: Range, spec_prefix: &str) -> Option<Head> {
    let at = memmem::find(part.of(value).as_bytes(), spec_prefix.as_bytes())?;
    let mut cursor = Cursor { text: value, at: part.start + at, end: part.end };
    let file = cursor.file(spec_prefix)?;
    let line = cursor.line_number();
    line.is_some().then(|| Head {
        file: Some(file),
        line,
        after: part.end,
        tags_from: part.start,
        ..Head::default()
    })
}

fn starts_with_clause(text: &str) -> bool {
    tag::clauses(text).next().is_some_and(|clause| clause.start == 0)
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..self.end).unwrap_or("")
    }

    fn take(&mut self, word: &str) -> bool {
        let taken = self.rest().starts_with(word);
        self.at += if taken { word.len() } else { 0 };
        taken
    }

    /// Passes blanks, bullets, list numbers, emphasis, quotes and heading marks; tells whether there were heading marks.
    fn decoration(&mut self, quoted: &mut bool) -> bool {
        let mut marked = false;
        loop {
            let rest = self.rest();
            let length = match rest.as_bytes() {
                [b' ' | b'\t' | b'\r' | b'*' | b'"' | b'\'' | b'>', ..] => 1,
                [b'`', ..] => {
                    *quoted = true;
                    1
                }
                [b'#', ..] => {
                    marked = true;
                    1
                }
                [b'-' | b'+', b' ', ..] => 2,
                _ => list_number(rest),
            };
            if length == 0 {
                return marked;
            }
            self.at += length;
        }
    }

    /// `Demo_Master_Spec_v02.113.md`, or `Master Spec v02.99` in words.
    fn file(&mut self, spec_prefix: &str) -> Option<(Range, SpecVersion)> {
        let start = self.at;
        let spoken = "Master Spec v";
        let is_file = !spec_prefix.is_empty() && self.rest().starts_with(spec_prefix);
        let begin = if is_file {
            spec_prefix.len()
                + self.rest().get(spec_prefix.len()..).filter(|rest| rest.starts_with("_v")).map(|_| 2)?
        } else if self.rest().get(..spoken.len()).is_some_and(|words| words.eq_ignore_ascii_case(spoken)) {
            spoken.len()
        } else {
            return None;
        };
        let (version, length) = SpecVersion::read(self.rest().get(begin..)?)?;
        self.at += begin + length;
        if is_file && !self.take(".md") {
            self.at = start;
            return None;
        }
        Some((Range::new(start, self.at), version))
    }

    /// `:20702`, but not the section number of `:7.5.4`.
    fn line_number(&mut self) -> Option<u32> {
        let digits = self.rest().strip_prefix(':')?;
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        let line = digits.get(..length)?.parse().ok()?;
        let behind = digits.as_bytes().get(length);
        if behind == Some(&b'.') && digits.as_bytes().get(length + 1).is_some_and(u8::is_ascii_digit) {
            return None;
        }
        self.at += 1 + length;
        Some(line)
    }

    /// `Addendum: `, `**Primary:** `: a word or two and a colon before something that can be looked up.
    fn label(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let colon = rest.bytes().take(28).position(|byte| byte == b':')?;
        let label = rest.get(..colon)?;
        let behind = rest.get(colon + 1..)?.trim_start_matches([' ', '*', '`']);
        let wordy = !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ');
        let sign = SIGNS.iter().any(|sign| behind.starts_with(sign));
        let useful = sign || behind.starts_with(|letter: char| letter.is_ascii_digit() || letter == '[');
        if !wordy || !useful {
            return None;
        }
        self.at += colon + 1;
        Some(label)
    }

    /// The sign or word before a number, passed only where a number follows.
    fn sign(&mut self) -> Option<Range> {
        let rest = self.rest();
        let sign = SIGNS.iter().filter(|sign| rest.starts_with(*sign)).map(|sign| sign.len()).max();
        let word = || {
            let word =
                |word: &&&str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
            WORDS.iter().find(word).map(|word| word.len())
        };
        let letter = || rest.starts_with('A').then_some(1);
        let length = sign.or_else(word).or_else(letter)?;
        let behind = rest.get(length..)?;
        let blanks = behind.len() - behind.trim_start().len();
        if length == 1 && blanks > 0
            || !behind.trim_start().starts_with(|letter: char| letter.is_ascii_digit())
        {
            return None;
        }
        let prefix = Range::new(self.at, self.at + length);
        self.at += length + blanks;
        Some(prefix)
    }

    /// A section number; one that could be a count, a size or a time needs a sign or a file before it.
    fn number(&mut self, may_be_alone: bool, signed: bool) -> Option<(Number, Range)> {
        let rest = self.rest();
        let (number, length) = Number::read(rest.as_bytes())?;
        let behind = rest.get(length..)?;
        let unit = behind.trim_start().to_ascii_lowercase() + " ";
        let is_size =
            number.len() <= 2 && UNITS.iter().any(|name| unit.strip_prefix(name).is_some_and(ends_word));
        let is_time = number.len() == 1 && behind.starts_with([':', '-']);
        if !signed && (is_size || is_time || number.len() == 1 && !may_be_alone) {
            return None;
        }
        let range = Range::new(self.at, self.at + length);
        self.at += length;
        Some((number, range))
    }

    /// `(B)` or `.Acceptance` right behind the number.
    fn suffix(&mut self) -> Option<Range> {
        let rest = self.rest();
        let length = match rest.as_bytes() {
            [b'(', b'A'..=b'Z', b')', ..] => 3,
            [b'.', first, ..] if first.is_ascii_alphabetic() => {
                1 + rest.bytes().skip(1).take_while(u8::is_ascii_alphanumeric).count()
            }
            _ => return None,
        };
        let suffix = Range::new(self.at, self.at + length);
        self.at += length;
        Some(suffix)
    }

    /// The end of a range of numbers: `-2.3.10.8`, `-12`, `..12`, ` to 2.3.10.8`.
    fn range_end(&mut self, from: Number) -> Option<Number> {
        let rest = self.rest();
        let dash = ["-", "\u{2013}", "..", " - ", " \u{2013} ", " to "]
            .iter()
            .find(|dash| rest.starts_with(*dash))?;
        let behind = rest.get(dash.len()..)?.trim_start_matches(['\u{c2}', '\u{a7}']);
        let (written, length) = Number::read(behind.as_bytes())?;
        let spoken = dash.starts_with(' ');
        let to = if written.len() == 1 && !spoken { from.with_last(written)? } else { written };
        if to <= from || to.len() < 2 {
            return None;
        }
        self.at += rest.len() - behind.len() + length;
        Some(to)
    }
}

fn ends_word(rest: &str) -> bool {
    !rest.starts_with(|letter: char| letter.is_ascii_alphanumeric())
}

/// The length of `1. ` or `2) ` where a number, sign or bracket follows; else it is a chapter.
fn list_number(rest: &str) -> usize {
    let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let Some(behind) = rest.get(digits..).and_then(|rest| rest.strip_prefix(['.', ')'])) else { return 0 };
    let blanks = behind.len() - behind.trim_start().len();
    let item = behind.trim_start();
    let starts = item.starts_with(|letter: char| letter.is_ascii_digit() || "[`*\u{a7}".contains(letter));
    if digits == 0 || digits > 2 || blanks == 0 || !starts { 0 } else { digits + 1 + blanks }
}

/// The title in `range`, without the bracket around it and the marks beside it; clause ids alone are none.
pub(super) fn title(value: &str, range: Range, quoted: bool) -> Option<Range> {
    let mut text = range.of(value);
    if quoted {
        text = text.split('`').next().unwrap_or(text);
    }
    let marks = |letter: char| letter.is_whitespace() || "*`.:;,-\u{2013}\u{2014}\"".contains(letter);
    let mut begun = text.trim_start_matches(marks);
    if let Some(item) = item(value, range) {
        begun = begun.get(item.len()..).unwrap_or("").trim_start_matches(marks);
    }
    let start = range.start + text.len() - begun.len();
    let ended = begun.trim_end_matches(|letter: char| letter.is_whitespace() || "*`".contains(letter));
    let mut title = Range::new(start, start + ended.len());
    if let Some(inner) = bracketed(ended) {
        title = Range::new(start + 1, start + 1 + inner);
    }
    let words = title.of(value);
    if REMARKS.iter().any(|remark| words.eq_ignore_ascii_case(remark)) || version(value, title).is_some() {
        return None;
    }
    let mut letters = words.bytes().filter(u8::is_ascii_alphabetic).count();
    tag::clauses(words).for_each(|clause| {
        letters = letters.saturating_sub(clause.of(words).bytes().filter(u8::is_ascii_alphabetic).count());
    });
    (letters > 0 || words.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii())).then_some(title)
}

/// A version alone, in place of a title: `7.6.3.15 (v02.36)`.
pub(super) fn version(value: &str, range: Range) -> Option<(Range, SpecVersion)> {
    let text = range.of(value).trim_matches(['(', ')', ' ']);
    let (version, length) = SpecVersion::read(text.strip_prefix('v')?)?;
    (length + 1 == text.len()).then_some((range, version))
}

/// The length of what the bracket at the start of `text` holds, where only further brackets follow it.
fn bracketed(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    if !text.starts_with('(') {
        return None;
    }
    let close = text.bytes().position(|byte| {
        depth += usize::from(byte == b'(');
        depth -= usize::from(byte == b')' && depth > 0);
        depth == 0
    })?;
    let behind = text.get(close + 1..)?.trim_start();
    (behind.is_empty() || behind.starts_with(['(', '[', ',', ';'])).then_some(close - 1)
}

/// `item 10` behind a number.
pub(super) fn item(value: &str, range: Range) -> Option<Range> {
    let text = range.of(value);
    let begun = text.trim_start();
    let word = begun.get(..5).filter(|word| word.eq_ignore_ascii_case("item "))?;
    let digits = begun.bytes().skip(word.len()).take_while(u8::is_ascii_digit).count();
    let start = range.start + text.len() - begun.len();
    (digits > 0).then(|| Range::new(start, start + word.len() + digits))
}

/// A Markdown file in a folder, named in `range`.
pub(super) fn other_file(value: &str, range: Range) -> Option<Range> {
    let text = range.of(value);
    let is_path = |letter: char| letter.is_ascii_alphanumeric() || "._-/".contains(letter);
    let end = memmem::find(text.as_bytes(), b".md")? + ".md".len();
    let before = text.get(..end)?;
    let start = before.rfind(|letter| !is_path(letter)).map_or(0, |at| at + 1);
    let path = before.get(start..).filter(|path| path.contains('/'))?;
    Some(Range::new(range.start + end - path.len(), range.start + end))
}

/// Whether a clause-like word is part of a path or a file name.
pub(super) fn is_in_file_name(value: &str, tag: Range) -> bool {
    let bytes = value.as_bytes();
    let before = tag.start.checked_sub(1).and_then(|at| bytes.get(at));
    let behind = bytes.get(tag.end..).is_some_and(|rest| rest.starts_with(b".md"));
    behind || matches!(before, Some(b'/' | b'.' | b'-'))
}
