//! Work packet ids: their form, their revision, and their mentions in running text.

use super::date;
use crate::text::range::Range;
use memchr::memmem;

/// Whether the whole text is an id: `WP-`, a phase from 1 to 9, and a name of letters, digits, dots and
/// hyphens: `WP-1-MEX-v1.2-Runtime-v3`. Part 3.5, Field 1 `[CX-600]`.
pub fn is_wp_id(text: &str) -> bool {
    let Some(name) = name_of(text.as_bytes()) else { return false };
    is_name(name)
}

/// Every id mentioned in running text, in order: the longest stretch of id characters that starts with an
/// id's beginning and is not preceded by an id character. A closing dot or hyphen is punctuation, and the
/// ending of a file name (`WP-1-Name.md`) is no part of the id.
pub fn find_wp_ids(text: &str) -> impl Iterator<Item = Range> {
    let bytes = text.as_bytes();
    memmem::find_iter(bytes, b"WP-").filter_map(move |start| {
        let before = start.checked_sub(1).and_then(|before| bytes.get(before));
        if before.is_some_and(|byte| is_id_byte(*byte)) {
            return None;
        }
        let rest = bytes.get(start..)?;
        let longest = rest.iter().position(|byte| !is_id_byte(*byte)).unwrap_or(rest.len());
        let mut token = text.get(start..start + longest)?;
        // Two hyphens in a row are a dash written without spaces.
        if let Some(dash) = memmem::find(token.as_bytes(), b"--") {
            token = token.get(..dash)?;
        }
        token = token.trim_end_matches(['.', '-']);
        for ending in [".md", ".json"] {
            token = token.strip_suffix(ending).unwrap_or(token);
        }
        let token = token.trim_end_matches(['.', '-']);
        is_wp_id(token).then(|| Range::new(start, start + token.len()))
    })
}

/// The id without its revision: only a trailing `-v` and a whole number without leading zero is one, so
/// `WP-1-MEX-v1.2` is its own base. Part 5.6 `[CX-607]`.
pub fn base_of(id: &str) -> &str {
    split_revision(id).map_or(id, |(base, _)| base)
}

/// The number of a trailing `-v2`; saturates. Part 5.6 `[CX-607]`.
pub fn revision_of(id: &str) -> Option<u32> {
    let (_, digits) = split_revision(id)?;
    Some(digits.parse().unwrap_or(u32::MAX))
}

/// The first date or time stamp in an id or file name: `20260214`, `2026-02-14`, `140220261530` or `14T15`.
pub fn has_date_stamp(text: &str) -> Option<Range> {
    let bytes = text.as_bytes();
    let mut after_digit = false;
    for (start, byte) in bytes.iter().enumerate() {
        if byte.is_ascii_digit() {
            let rest = bytes.get(start..).unwrap_or_default();
            if let Some(len) = date_stamp(rest, after_digit) {
                return Some(Range::new(start, start + len));
            }
        }
        after_digit = byte.is_ascii_digit();
    }
    None
}

/// The length of the stamp at the start of `bytes`, which may continue a number only where that is harmless.
fn date_stamp(bytes: &[u8], after_digit: bool) -> Option<usize> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !after_digit && digits == 8 && is_compact_date(bytes.get(..8)?) {
        return Some(8);
    }
    if let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, ..] = bytes
        && [y1, y2, y3, y4, m1, m2, d1, d2].iter().all(|byte| byte.is_ascii_digit())
    {
        return Some(10);
    }
    if !after_digit && digits == 12 {
        return Some(12);
    }
    match bytes {
        [d1, d2, b'T', h1, h2, ..] if [d1, d2, h1, h2].iter().all(|byte| byte.is_ascii_digit()) => Some(5),
        _ => None,
    }
}

/// Year, month and day of two centuries; a day that the month lacks is still meant as a date.
fn is_compact_date(bytes: &[u8]) -> bool {
    let number = |from: usize, to: usize| bytes.get(from..to).and_then(date::number).unwrap_or(0);
    (19..=20).contains(&number(0, 2)) && (1..=12).contains(&number(4, 6)) && (1..=31).contains(&number(6, 8))
}

fn split_revision(id: &str) -> Option<(&str, &str)> {
    let base = id.trim_end_matches(|character: char| character.is_ascii_digit());
    let digits = id.get(base.len()..)?;
    if digits.is_empty() || digits.starts_with('0') {
        return None;
    }
    Some((base.strip_suffix("-v")?, digits))
}

/// What follows `WP-1-`.
fn name_of(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [b'W', b'P', b'-', b'1'..=b'9', b'-', name @ ..] => Some(name),
        _ => None,
    }
}

fn is_name(name: &[u8]) -> bool {
    name.first().is_some_and(u8::is_ascii_alphanumeric)
        && name.split(|byte| *byte == b'-').all(|part| {
            !part.is_empty() && part.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'.')
        })
}

fn is_id_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-'
}

#[cfg(test)]
mod tests {
    use super::{base_of, find_wp_ids, has_date_stamp, is_wp_id, revision_of};

    fn found(text: &str) -> Vec<&str> {
        find_wp_ids(text).map(|range| range.of(text)).collect()
    }

    #[test]
    fn ids() {
        for id in ["WP-1-A", "WP-9-Storage-Layer-v2", "WP-1-MEX-v1.2-Runtime-v3", "WP-1-a.b", "WP-2-0-.x"] {
            assert!(is_wp_id(id), "{id}");
        }
        for no in [
            "",
            "WP-",
            "WP-1",
            "WP-1-",
            "WP-0-A",
            "WP-10-A",
            "WP-Debug-Bundle",
            "wp-1-A",
            "WP-1-A-",
            "WP-1--A",
            "WP-1-.A",
            "WP-1-A_B",
            "WP-1-A B",
            "WP-1-\u{e9}",
            " WP-1-A",
            "WP-1-A\n",
        ] {
            assert!(!is_wp_id(no), "{no}");
        }
    }

    #[test]
    fn only_a_trailing_whole_number_is_a_revision() {
        assert_eq!((base_of("WP-1-A-v2"), revision_of("WP-1-A-v2")), ("WP-1-A", Some(2)));
        assert_eq!(base_of("WP-1-MEX-v1.2-Runtime-v3"), "WP-1-MEX-v1.2-Runtime");
        assert_eq!(revision_of("WP-1-A-v120"), Some(120));
        assert_eq!(revision_of("WP-1-A-v99999999999999"), Some(u32::MAX));
        for whole in [
            "WP-1-MEX-v1.2",
            "WP-1-A-v0.1",
            "WP-1-A-v0",
            "WP-1-A-v01",
            "WP-1-A-v",
            "WP-1-Av2",
            "WP-1-A-V2",
            "",
        ] {
            assert_eq!((base_of(whole), revision_of(whole)), (whole, None), "{whole}");
        }
    }

    #[test]
    fn mentions_in_running_text() {
        assert_eq!(found("See WP-1-A, (WP-2-B-v2) and **[WP-3-C.d]**."), ["WP-1-A", "WP-2-B-v2", "WP-3-C.d"]);
        assert_eq!(found("Ends with WP-1-A. Next; WP-1-B- and WP-1-C..."), ["WP-1-A", "WP-1-B", "WP-1-C"]);
        assert_eq!(found(".GOV/task_packets/WP-1-MEX-v1.2-Runtime-v3.md:12"), ["WP-1-MEX-v1.2-Runtime-v3"]);
        assert_eq!(found("`WP-1-A.json` _WP-1-B_ WP-1-C--D"), ["WP-1-A", "WP-1-B", "WP-1-C"]);
        assert_eq!(found("\u{e9}WP-1-A\u{e9}"), ["WP-1-A"]);
    }

    #[test]
    fn what_only_looks_like_a_mention() {
        assert!(found("xWP-1-A -WP-1-A WP-{ID} WP-1-... WP-Debug-A WP-0-A WP-1 WP-1-").is_empty());
        assert_eq!(found("WP-WP-1-A"), Vec::<&str>::new());
    }

    #[test]
    fn date_stamps() {
        let stamp = |text: &'static str| has_date_stamp(text).map(|range| range.of(text));
        assert_eq!(stamp("WP-1-Plan-20260214"), Some("20260214"));
        assert_eq!(stamp("WP-1-Plan-20261314"), None);
        assert_eq!(stamp("WP-1-Plan-2026-02-14"), Some("2026-02-14"));
        assert_eq!(stamp("x140220261530y"), Some("140220261530"));
        assert_eq!(stamp("1402202615301"), None);
        assert_eq!(stamp("a14T15b"), Some("14T15"));
        assert_eq!(stamp("120260214"), None);
        assert_eq!(stamp("12026-02-14"), Some("2026-02-14"));
        assert_eq!(stamp("WP-1-MEX-v1.2-Runtime-v3"), None);
        assert_eq!(stamp("20260214-140220261530"), Some("20260214"));
    }
}
