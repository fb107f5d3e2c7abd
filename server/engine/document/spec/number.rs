//! A section number such as `2.6.6.7.14`: read, compared, shown. Knows no document.

use std::fmt;

/// The number of a section, as one integer whose order is the order of the sections.
///
/// Ten components of twelve bits, most significant first; zero means "no component here", so a
/// section stands before its own subsections. Components are plain (`14`), a letter (`2.3.14.A`),
/// lettered (`6.7A`) or a version (`2.8.v02`), the forms that master specifications use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(u128);

const WIDTH: u32 = 12;
const MOST: u32 = 10;
const LETTERS: u16 = 1001;
const VERSIONS: u16 = 1100;
const LETTERED: u16 = 1300;

impl Number {
    /// The number that is the whole of `text`.
    pub fn parse(text: &str) -> Option<Number> {
        let (number, length) = Number::read(text.as_bytes())?;
        (length == text.len()).then_some(number)
    }

    /// The number at the start of `bytes`, and how many bytes it takes; a dot behind it stays.
    /// Years, padded numbers (`02.113`) and numbers glued to a word (`10.5MB`) are none.
    pub fn read(bytes: &[u8]) -> Option<(Number, usize)> {
        let (first, mut at) = plain(bytes)?;
        let mut number = Number(0).with(0, first)?;
        let mut count = 1;
        while bytes.get(at) == Some(&b'.') {
            let Some((code, length)) = component(bytes.get(at + 1..)?)? else { break };
            number = number.with(count, code)?;
            count += 1;
            at += 1 + length;
        }
        Some((number, at))
    }

    /// How many components it has: 3 for `2.6.8`.
    pub fn len(self) -> usize {
        (0..MOST).take_while(|&index| self.code(index) != 0).count()
    }

    /// Never true: a number has at least one component.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The chapter, where the first component is plain (it always is).
    pub fn chapter(self) -> u32 {
        u32::from(self.code(0)).saturating_sub(1)
    }

    /// Whether this is `ancestor` or stands below it.
    pub fn is_within(self, ancestor: Number) -> bool {
        self.first(ancestor.len()) == Some(ancestor)
    }

    /// The first `count` components; none for zero.
    pub fn first(self, count: usize) -> Option<Number> {
        let kept = u32::try_from(count).ok().filter(|&kept| kept > 0)?;
        let dropped = MOST.saturating_sub(kept) * WIDTH;
        Some(Number(self.0 >> dropped << dropped))
    }

    pub fn parent(self) -> Option<Number> {
        self.first(self.len().saturating_sub(1))
    }

    /// The number with the last component of `last` in place of its own: `2.6.8.10` and `12` give `2.6.8.12`.
    pub fn with_last(self, last: Number) -> Option<Number> {
        match self.parent() {
            Some(parent) => parent.with(u32::try_from(parent.len()).ok()?, last.code(0)),
            None => Some(last),
        }
    }

    /// The numbers from this one (included) to the next one that does not stand below it (excluded), as bounds.
    pub fn family(self) -> (Number, Number) {
        let dropped = MOST.saturating_sub(self.len() as u32) * WIDTH;
        (self, Number(self.0.saturating_add(1u128 << dropped)))
    }

    /// How far two siblings lie apart.
    pub fn distance(self, other: Number) -> u128 {
        self.0.abs_diff(other.0)
    }

    /// Whether a document that has come to `last` may go on with this one: a first child, or the next
    /// (at most next but one) brother of `last` or of one of its parents, or a child of such a brother.
    pub fn follows(self, last: Number) -> bool {
        let (length, length_of_last) = (self.len(), last.len());
        let Some(common) = (0..MOST).find(|&index| self.code(index) != last.code(index)) else {
            return false;
        };
        let depth = common as usize;
        if depth == 0 || depth == length || length > depth + 2 {
            return false;
        }
        let (code, before) = (self.code(common), last.code(common));
        if depth == length_of_last { code <= 2 } else { before < code && code <= before + 2 }
    }

    fn code(self, index: u32) -> u16 {
        (self.0 >> ((MOST - 1 - index.min(MOST - 1)) * WIDTH) & 0xfff) as u16
    }

    fn with(self, index: u32, code: u16) -> Option<Number> {
        (index < MOST).then(|| Number(self.0 | u128::from(code) << ((MOST - 1 - index) * WIDTH)))
    }
}

/// A plain component with nothing glued to it: its code and its length.
fn plain(bytes: &[u8]) -> Option<(u16, usize)> {
    let (value, length) = digits(bytes)?;
    let glued = bytes.get(length).is_some_and(|&byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (!glued).then_some((value + 1, length))
}

/// The component behind a dot. The outer `None` says that this makes the whole no section number,
/// the inner that the number ends before the dot.
fn component(bytes: &[u8]) -> Option<Option<(u16, usize)>> {
    let word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    match bytes.first() {
        Some(b'0'..=b'9') => {
            if let Some(found) = plain(bytes) {
                return Some(Some(found));
            }
            let (value, length) = digits(bytes)?;
            let letter = bytes.get(length).filter(|byte| byte.is_ascii_alphabetic())?;
            if value > 99 || word(bytes.get(length + 1)) {
                return None;
            }
            Some(Some((LETTERED + value * 26 + letter_index(*letter), length + 1)))
        }
        Some(b'v') => {
            let length = bytes.iter().skip(1).take_while(|byte| byte.is_ascii_digit()).count();
            let value =
                bytes.iter().skip(1).take(length).fold(0u16, |value, digit| {
                    value.saturating_mul(10).saturating_add(u16::from(digit - b'0'))
                });
            let fits = (1..=2).contains(&length) && !word(bytes.get(1 + length));
            Some(fits.then_some((VERSIONS + value.min(99), 1 + length)))
        }
        Some(letter @ b'A'..=b'Z') if !word(bytes.get(1)) => Some(Some((LETTERS + letter_index(*letter), 1))),
        _ => Some(None),
    }
}

fn digits(bytes: &[u8]) -> Option<(u16, usize)> {
    let length = bytes.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    let padded = length > 1 && bytes.first() == Some(&b'0');
    if length == 0 || length > 3 || padded {
        return None;
    }
    let value = bytes.iter().take(length).fold(0, |value, digit| value * 10 + u16::from(digit - b'0'));
    Some((value, length))
}

fn letter_index(letter: u8) -> u16 {
    u16::from(letter.to_ascii_uppercase().saturating_sub(b'A')).min(25)
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |index: u16| char::from(b'A' + (index % 26) as u8);
        for index in 0..self.len() as u32 {
            if index > 0 {
                out.write_str(".")?;
            }
            match self.code(index) {
                code @ LETTERED.. => write!(out, "{}{}", (code - LETTERED) / 26, letter(code - LETTERED))?,
                code @ VERSIONS.. => write!(out, "v{:02}", code - VERSIONS)?,
                code @ LETTERS.. => write!(out, "{}", letter(code - LETTERS))?,
                code => write!(out, "{}", code.saturating_sub(1))?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap_or_else(|| panic!("{text} is a number"))
    }

    #[test]
    fn every_written_form_is_shown_as_it_was_written() {
        for text in ["1", "0", "2.6.6.7.14", "10.10", "2.3.14.A.1", "6.7A", "2.8.v02.13", "11.7.5.9.4.4"] {
            assert_eq!(number(text).to_string(), text);
        }
    }

    #[test]
    fn years_padded_numbers_and_glued_words_are_no_numbers() {
        for text in
            ["2024", "02.113", "v02.113", "10.5MB", "7th", "2.3.1000", "", ".1", "1.2.3.4.5.6.7.8.9.10.11"]
        {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_trailing_dot_and_a_word_behind_it_stay_outside() {
        assert_eq!(Number::read(b"7.6.3.Acceptance"), Some((number("7.6.3"), 5)));
        assert_eq!(Number::read(b"9. Title"), Some((number("9"), 1)));
    }

    #[test]
    fn order_is_the_order_of_sections() {
        let mut texts = ["2.10", "2.9", "2", "2.9.1", "11", "2.9.10", "2.9.2"].map(number);
        texts.sort();
        assert_eq!(texts.map(|number| number.to_string()).join(" "), "2 2.9 2.9.1 2.9.2 2.9.10 2.10 11");
    }

    #[test]
    fn ten_is_not_within_one() {
        assert!(number("7.6.3").is_within(number("7.6")));
        assert!(number("7.6").is_within(number("7.6")));
        assert!(!number("7.60").is_within(number("7.6")));
        assert!(!number("10.1").is_within(number("1")));
    }

    #[test]
    fn numbering_goes_on_with_children_brothers_and_uncles_only() {
        let goes_on = |last: &str, next: &str| number(next).follows(number(last));
        assert!(goes_on("2.6", "2.6.1"));
        assert!(goes_on("2.6.8.11", "2.6.8.12"));
        assert!(goes_on("4.3.4.3", "4.3.5.2"));
        assert!(goes_on("2.6.8.11.4", "2.7"));
        assert!(!goes_on("2.6.8", "2.6.8"));
        assert!(!goes_on("2.6.8", "2.6.2"));
        assert!(!goes_on("2.6.8", "9.1"));
        assert!(!goes_on("2.6.8", "2.9.1"));
    }

    #[test]
    fn a_family_holds_the_section_and_all_below_it() {
        let (from, to) = number("2.9").family();
        assert!(from <= number("2.9.14") && number("2.9.14") < to);
        assert!(number("2.10") >= to);
    }
}
