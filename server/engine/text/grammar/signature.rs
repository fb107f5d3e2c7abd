//! User signatures: a name and the minute of signing, `ilja221220250328`.

use regex::Regex;

use super::date;
use crate::text::range::Range;

/// A well-formed signature, split. Part 2.5.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature<'a> {
    pub user: &'a str,
    /// Twelve digits; [`decode`] reads them.
    pub digits: &'a str,
}

/// The time in a signature, in the signer's own clock and zone. Part 2.5.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureTime {
    /// `DDMMYYYYHHMM`, the form the protocol asks for.
    Valid { year: u32, month: u32, day: u32, hour: u32, minute: u32 },
    /// `DDMMYYHHMMSS`, the older form, which the protocol's own example still has.
    Legacy { year: u32, month: u32, day: u32, hour: u32, minute: u32, second: u32 },
    /// No such time in either form.
    Impossible,
}

/// What a user's name in a signature looks like. Small letters unless the workspace says otherwise.
#[derive(Clone, Debug, Default)]
pub struct Users(Option<Regex>);

impl PartialEq for Users {
    fn eq(&self, other: &Users) -> bool {
        self.pattern() == other.pattern()
    }
}

const SMALL_LETTERS: &str = "[a-z]+";

impl Users {
    /// Users whose whole name fits a regular expression, or why it is none.
    pub fn new(pattern: &str) -> Result<Users, String> {
        if pattern == SMALL_LETTERS {
            return Ok(Users::default());
        }
        // Read by itself first: a stray parenthesis must not end the group around it.
        let read = Regex::new(pattern).and_then(|_| Regex::new(&format!("^(?:{pattern})$")));
        read.map(|pattern| Users(Some(pattern))).map_err(|error| {
            let said = error.to_string();
            let last = said.lines().last().unwrap_or_default();
            last.trim_start_matches("error: ").to_string()
        })
    }

    pub fn pattern(&self) -> &str {
        let whole = self.0.as_ref().map(Regex::as_str);
        let inner = whole.and_then(|whole| whole.strip_prefix("^(?:")?.strip_suffix(")$"));
        inner.unwrap_or(SMALL_LETTERS)
    }

    /// Reads the whole text as a signature: a user's name and exactly twelve digits.
    pub fn signature<'a>(&self, text: &'a str) -> Option<Signature<'a>> {
        let (user, digits) = self.split(text, DIGITS)?;
        Some(Signature { user, digits })
    }

    /// Whether the whole text is meant as a signature: a name and 10 to 16 digits. Malformed ones are
    /// as long as a slip of the hand makes them.
    pub fn looks_like_signature(&self, text: &str) -> bool {
        (10..=16).any(|count| self.split(text, count).is_some())
    }

    fn split<'a>(&self, text: &'a str, count: usize) -> Option<(&'a str, &'a str)> {
        let (user, digits) = text.split_at_checked(text.len().checked_sub(count)?)?;
        (self.fits(user) && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some((user, digits))
    }

    fn fits(&self, name: &str) -> bool {
        let is_small = || name.bytes().all(|byte| byte.is_ascii_lowercase());
        !name.is_empty() && self.0.as_ref().map_or_else(is_small, |pattern| pattern.is_match(name))
    }
}

/// What a message says that a signature begins with.
impl std::fmt::Display for Users {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            None => write!(out, "a lower-case name"),
            Some(_) => write!(out, "a name that fits `{}`", self.pattern()),
        }
    }
}

/// Every signature in running text, in order; its neighbours are no letters, digits or underscores.
pub fn find_signatures(text: &str) -> impl Iterator<Item = Range> {
    let bytes = text.as_bytes();
    let mut at = DIGITS - 1;
    std::iter::from_fn(move || {
        // Twelve digits in a row cover every twelfth byte once, so the others need no look.
        while let Some(byte) = bytes.get(at) {
            let looked_at = at;
            at += DIGITS;
            if !byte.is_ascii_digit() {
                continue;
            }
            let (before, after) = bytes.split_at_checked(looked_at)?;
            let digits = looked_at - before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            let end = looked_at + after.iter().take_while(|byte| byte.is_ascii_digit()).count();
            at = end + DIGITS - 1;
            let before = bytes.get(..digits)?;
            let letters = before.iter().rev().take_while(|byte| byte.is_ascii_lowercase()).count();
            let start = digits - letters;
            let stands_alone =
                !before.get(..start)?.last().is_some_and(is_word) && !bytes.get(end).is_some_and(is_word);
            if end - digits == DIGITS && letters > 0 && stands_alone {
                return Some(Range::new(start, end));
            }
        }
        None
    })
}

/// Reads the digits as day, month, year from 2020 to 2099, hour and minute; failing that, as the older
/// form with a two-digit year and seconds. The window matters: without it some signatures of the older
/// form pass as times in the year 2504.
pub fn decode(signature: &Signature<'_>) -> SignatureTime {
    let digits = signature.digits.as_bytes();
    let part = |from: usize, to: usize| digits.get(from..to).and_then(date::number).unwrap_or(u32::MAX);
    if digits.len() != DIGITS {
        return SignatureTime::Impossible;
    }
    let (day, month) = (part(0, 2), part(2, 4));

    let (year, hour, minute) = (part(4, 8), part(8, 10), part(10, 12));
    if (2020..=2099).contains(&year) && date::is_calendar_day(year, month, day) && hour < 24 && minute < 60 {
        return SignatureTime::Valid { year, month, day, hour, minute };
    }

    let (year, hour) = (part(4, 6).saturating_add(2000), part(6, 8));
    let (minute, second) = (part(8, 10), part(10, 12));
    if date::is_calendar_day(year, month, day) && hour < 24 && minute < 60 && second < 60 {
        return SignatureTime::Legacy { year, month, day, hour, minute, second };
    }
    SignatureTime::Impossible
}

const DIGITS: usize = 12;

fn is_word(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || *byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::{Signature, SignatureTime, Users, decode, find_signatures};
    use proptest::prelude::*;

    fn signature(text: &str) -> Option<Signature<'_>> {
        Users::default().signature(text)
    }

    fn looks_like_signature(text: &str) -> bool {
        Users::default().looks_like_signature(text)
    }

    #[test]
    fn names_of_another_alphabet() {
        let users = Users::new("[A-Z][A-Za-z0-9_]*|bot").expect("a regular expression");
        for (text, user) in
            [("Mara_2050320260915", "Mara_2"), ("bot050320260915", "bot"), ("M111111111111", "M")]
        {
            assert_eq!(users.signature(text).map(|read| read.user), Some(user), "{text}");
        }
        assert!(
            users.signature("mara050320260915").is_none() && users.signature("robot050320260915").is_none()
        );
        assert!(
            users.looks_like_signature("Mara05032026091") && !users.looks_like_signature("Mara050320260")
        );
        assert_eq!(users.pattern(), "[A-Z][A-Za-z0-9_]*|bot");
        assert_eq!(Users::new("[a-z]+"), Ok(Users::default()));
        assert!(
            Users::new("a)(b").is_err()
                && Users::new("").is_ok_and(|none| none.signature("050320260915").is_none())
        );
    }

    fn time(text: &str) -> Option<SignatureTime> {
        signature(text).as_ref().map(decode)
    }

    #[test]
    fn form() {
        let whole = signature("ilja221220250328");
        assert_eq!(whole.map(|parts| (parts.user, parts.digits)), Some(("ilja", "221220250328")));
        for no in [
            "ilja",
            "ilja2912202519",
            "Ilja221220250328",
            "221220250328",
            "ilja_221220250328",
            "ilja2212202503281",
            "ilja221220250328 ",
            "`ilja221220250328`",
            "il ja221220250328",
            "ilj\u{e9}221220250328",
            "",
        ] {
            assert!(signature(no).is_none(), "{no}");
        }
    }

    #[test]
    fn near_misses_are_recognised() {
        assert!(looks_like_signature("ilja2912202519"));
        assert!(looks_like_signature("ilja22122025032812"));
        assert!(!looks_like_signature("ilja291220251"));
        assert!(!looks_like_signature("sha1a0000000000"));
        assert!(!looks_like_signature("ilja22122025032812345"));
    }

    #[test]
    fn protocol_form_is_day_month_year_hour_minute() {
        assert_eq!(
            time("ilja221220250328"),
            Some(SignatureTime::Valid { year: 2025, month: 12, day: 22, hour: 3, minute: 28 })
        );
        assert!(matches!(time("a290220240000"), Some(SignatureTime::Valid { .. })));
        assert!(!matches!(time("a290220250000"), Some(SignatureTime::Valid { .. })));
    }

    #[test]
    fn older_form_has_seconds() {
        assert_eq!(
            time("ilja251225032800"),
            Some(SignatureTime::Legacy { year: 2025, month: 12, day: 25, hour: 3, minute: 28, second: 0 })
        );
    }

    #[test]
    fn year_2504_is_the_older_form() {
        for (text, hour, minute, second) in
            [("ilja251225041500", 4, 15, 0), ("ilja251225041502", 4, 15, 2), ("ilja251225050000", 5, 0, 0)]
        {
            let expected = SignatureTime::Legacy { year: 2025, month: 12, day: 25, hour, minute, second };
            assert_eq!(time(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn impossible_times() {
        for text in ["a320120260000", "a011320260000", "a010120262400", "a999999999999", "a000000000000"] {
            assert_eq!(time(text), Some(SignatureTime::Impossible), "{text}");
        }
    }

    #[test]
    fn mentions_in_running_text() {
        let text = "`ilja221220250328`, [Approved: bo010120260000] x_ilja221220250328 ilja221220250328_ \
            Xilja221220250328 ilja2212202503281 ilja22122025032 \u{e9}al010120260000\u{e9}";
        let found: Vec<&str> = find_signatures(text).map(|range| range.of(text)).collect();
        assert_eq!(found, ["ilja221220250328", "bo010120260000", "al010120260000"]);
    }

    proptest! {
        /// The skipping search finds what looking at every place finds.
        #[test]
        fn nothing_is_skipped(text in "([a-c]{1,3}|[0-9]{1,3}|010120260000|a010120260000| |_|\u{e9}){0,12}") {
            let is_word = |character: Option<char>| character.is_some_and(|it| it.is_ascii_alphanumeric() || it == '_');
            let mut expected = Vec::new();
            for start in 0..text.len() {
                for end in start..=text.len() {
                    let Some(token) = text.get(start..end) else { continue };
                    let alone = !is_word(text[..start].chars().next_back()) && !is_word(text[end..].chars().next());
                    if alone && signature(token).is_some() {
                        expected.push((start, end));
                    }
                }
            }
            let found: Vec<_> = find_signatures(&text).map(|range| (range.start, range.end)).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
