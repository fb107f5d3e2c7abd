//! Text that was damaged on its way: UTF-8 read as Windows-1252 and written as UTF-8 again.

use crate::text::range::Range;

/// Every maximal run of characters outside ASCII, in order.
pub fn non_ascii_runs(text: &str) -> impl Iterator<Item = Range> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = next_non_ascii(bytes, at)?;
        let run = bytes.get(start..)?;
        let len = run.iter().position(u8::is_ascii).unwrap_or(run.len());
        at = start + len;
        Some(Range::new(start, at))
    })
}

/// Every run of doubly encoded characters, in order: characters that, written as Windows-1252, are bytes of
/// valid UTF-8. A section sign so damaged reads U+00C2 U+00A7, a dash U+00E2 U+20AC U+201D.
pub fn mojibake(text: &str) -> impl Iterator<Item = Range> {
    non_ascii_runs(text).flat_map(move |run| damaged_parts(run.of(text), run.start))
}

/// The text with every doubly encoded run as it was meant, also if that happened more than once; `None`
/// when nothing is damaged.
pub fn repair(text: &str) -> Option<String> {
    let mut repaired = repair_once(text)?;
    // Nobody has seen a text damaged more often, and every pass makes it shorter.
    for _ in 0..4 {
        let Some(again) = repair_once(&repaired) else { break };
        repaired = again;
    }
    Some(repaired)
}

fn repair_once(text: &str) -> Option<String> {
    let mut result = String::new();
    let mut done = 0;
    for range in mojibake(text) {
        result.push_str(text.get(done..range.start)?);
        let mut rest = range.of(text);
        while let Some((meant, len)) = meant_character(rest) {
            result.push(meant);
            rest = rest.get(len..)?;
        }
        done = range.end;
    }
    if done == 0 {
        return None;
    }
    result.push_str(text.get(done..)?);
    Some(result)
}

/// The damaged parts of one run of non-ASCII characters, which may also hold healthy ones.
fn damaged_parts(run: &str, offset: usize) -> Vec<Range> {
    let mut parts: Vec<Range> = Vec::new();
    let mut at = 0;
    while let Some(rest) = run.get(at..)
        && let Some(first) = rest.chars().next()
    {
        let Some((_, len)) = meant_character(rest) else {
            at += first.len_utf8();
            continue;
        };
        let part = Range::new(offset + at, offset + at + len);
        match parts.last_mut() {
            Some(last) if last.end == part.start => last.end = part.end,
            _ => parts.push(part),
        }
        at += len;
    }
    parts.retain(|part| {
        !is_letter_before_punctuation(Range::new(part.start - offset, part.end - offset).of(run))
    });
    parts
}

/// A capital letter before a closing quote or a dash (the name of a letter in quotation marks) reads like a
/// damaged letter of another script; alone it is believed to be what it says. U+00C2 and U+00C3, the leads
/// of damaged Western text, are no such letters in practice.
fn is_letter_before_punctuation(part: &str) -> bool {
    let mut characters = part.chars();
    let (Some(letter), Some(mark), None) = (characters.next(), characters.next(), characters.next()) else {
        return false;
    };
    !matches!(letter, '\u{c2}' | '\u{c3}') && matches!(mark, '\u{2013}'..='\u{203a}' | '\u{2122}')
}

/// The character that was meant by the two to four characters at the start of the text, and their length in
/// bytes; `None` when they are not doubly encoded.
fn meant_character(text: &str) -> Option<(char, usize)> {
    let mut characters = text.chars();
    let first = characters.next()?;
    let mut bytes = [windows_1252(first)?, 0, 0, 0];
    let count = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut len = first.len_utf8();
    for byte in bytes.iter_mut().take(count).skip(1) {
        let character = characters.next()?;
        *byte = windows_1252(character)?;
        len += character.len_utf8();
    }
    let meant = std::str::from_utf8(bytes.get(..count)?).ok()?.chars().next()?;
    Some((meant, len))
}

/// The Windows-1252 byte of a non-ASCII character. The five bytes without a character come through as the
/// control characters of the same number, as browsers and editors have it.
fn windows_1252(character: char) -> Option<u8> {
    match u32::from(character) {
        code @ (0xa0..=0xff | 0x81 | 0x8d | 0x8f | 0x90 | 0x9d) => u8::try_from(code).ok(),
        _ => HIGH.iter().find(|(known, _)| *known == character).map(|(_, byte)| *byte),
    }
}

/// The part of Windows-1252 that is not Latin-1.
const HIGH: [(char, u8); 27] = [
    ('\u{20ac}', 0x80),
    ('\u{201a}', 0x82),
    ('\u{0192}', 0x83),
    ('\u{201e}', 0x84),
    ('\u{2026}', 0x85),
    ('\u{2020}', 0x86),
    ('\u{2021}', 0x87),
    ('\u{02c6}', 0x88),
    ('\u{2030}', 0x89),
    ('\u{0160}', 0x8a),
    ('\u{2039}', 0x8b),
    ('\u{0152}', 0x8c),
    ('\u{017d}', 0x8e),
    ('\u{2018}', 0x91),
    ('\u{2019}', 0x92),
    ('\u{201c}', 0x93),
    ('\u{201d}', 0x94),
    ('\u{2022}', 0x95),
    ('\u{2013}', 0x96),
    ('\u{2014}', 0x97),
    ('\u{02dc}', 0x98),
    ('\u{2122}', 0x99),
    ('\u{0161}', 0x9a),
    ('\u{203a}', 0x9b),
    ('\u{0153}', 0x9c),
    ('\u{017e}', 0x9e),
    ('\u{0178}', 0x9f),
];

/// Looks at whole blocks first: governance text is nearly all ASCII.
fn next_non_ascii(bytes: &[u8], from: usize) -> Option<usize> {
    const BLOCK: usize = 64;
    let mut at = from;
    while bytes.get(at..at + BLOCK).is_some_and(<[u8]>::is_ascii) {
        at += BLOCK;
    }
    let rest = bytes.get(at..)?;
    rest.iter().position(|byte| !byte.is_ascii()).map(|found| at + found)
}

#[cfg(test)]
mod tests {
    use super::{HIGH, mojibake, non_ascii_runs, repair};
    use proptest::prelude::*;

    /// What a program does that reads UTF-8 as Windows-1252.
    fn damaged(text: &str) -> String {
        let character = |byte: u8| match HIGH.iter().find(|(_, known)| *known == byte) {
            Some((character, _)) => *character,
            None => char::from(byte),
        };
        text.bytes().map(character).collect()
    }

    fn found(text: &str) -> Vec<&str> {
        mojibake(text).map(|range| range.of(text)).collect()
    }

    #[test]
    fn runs_outside_ascii() {
        let text = format!("{}\u{e9}\u{e9}x{}\u{1f600}", "a".repeat(130), "b".repeat(64));
        let runs: Vec<_> = non_ascii_runs(&text).map(|range| range.of(&text)).collect();
        assert_eq!(runs, ["\u{e9}\u{e9}", "\u{1f600}"]);
        assert_eq!(non_ascii_runs("plain").count(), 0);
    }

    #[test]
    fn damaged_signs_are_found_and_repaired() {
        for meant in [
            "\u{a7}",
            "\u{2014}",
            "\u{2705}",
            "\u{201d}",
            "\u{1f534}",
            "\u{1f575}\u{fe0f}",
            "\u{feff}",
            "\u{2192}",
        ] {
            let text = damaged(meant);
            assert_eq!(found(&text), [text.as_str()], "{meant}");
            assert_eq!(repair(&text).as_deref(), Some(meant));
        }
    }

    #[test]
    fn healthy_neighbours_stay() {
        let text = "\u{2013}\u{c2}\u{a7} 2.3 \u{a7} caf\u{e9} \u{201c}x\u{201d}";
        assert_eq!(found(text), ["\u{c2}\u{a7}"]);
        assert_eq!(repair(text).as_deref(), Some("\u{2013}\u{a7} 2.3 \u{a7} caf\u{e9} \u{201c}x\u{201d}"));
    }

    #[test]
    fn healthy_text_is_left_alone() {
        for text in [
            "",
            "plain",
            "\u{a7} 2.3",
            "caf\u{e9} \u{2192} \u{1f600}",
            "\u{201c}\u{d6}\u{201d}",
            "\u{c5}\u{2013}",
            "\u{c2}",
            "\u{c2} \u{a7}",
            "\u{201c}\u{e9}t\u{e9}\u{201d}",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }

    #[test]
    fn damage_done_twice_is_undone_twice() {
        assert_eq!(repair(&damaged(&damaged("see \u{a7}2"))).as_deref(), Some("see \u{a7}2"));
    }

    proptest! {
        #[test]
        fn what_was_damaged_comes_back(text in "[a-z \u{a7}\u{2014}\u{2705}\u{1f534}\u{2192}]{0,12}") {
            let expected = (!text.is_ascii()).then_some(text.clone());
            prop_assert_eq!(repair(&damaged(&text)), expected);
        }

        #[test]
        fn ranges_are_apart_and_fit(text in "\\PC{0,20}") {
            let mut end = 0;
            for range in mojibake(&text) {
                prop_assert!(range.start >= end && !range.of(&text).is_empty());
                end = range.end;
            }
        }
    }
}
