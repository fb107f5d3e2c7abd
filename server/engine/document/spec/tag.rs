//! Clause ids such as `CX-DBP-030`, with the short forms for several: `FR-EVT-001/002`, `FR-EVT-MODEL-001..005`.

use std::iter;

use memchr::memmem;

use crate::text::range::Range;

/// No written range names more ids than this; a longer one is a typing mistake.
const MOST_IDS: u32 = 500;
/// What looks like a clause id and is the name of a standard.
const STANDARDS: [&str; 8] = ["UTF", "SHA", "ISO", "RFC", "AES", "RSA", "IEEE", "WP"];

/// The clause ids in `text`, each with its short forms (`FR-EVT-001/002` is one), in order.
pub fn clauses(text: &str) -> impl Iterator<Item = Range> {
    let bytes = text.as_bytes();
    let mut at = 0;
    iter::from_fn(move || {
        while at < bytes.len() {
            let start = at;
            if !is_word(bytes[start]) {
                at += 1;
                continue;
            }
            let end = clause_end(bytes, start);
            at = end.unwrap_or_else(|| word_end(bytes, start));
            if let Some(end) = end {
                return Some(Range::new(start, end));
            }
        }
        None
    })
}

/// The single ids that a written clause stands for.
pub fn ids(clause: &str) -> Vec<String> {
    let (stem, mut last, rest) = dissect(clause);
    let mut found = vec![format!("{stem}{last}")];
    for (separator, item) in items(rest) {
        match separator {
            Separator::Slash => found.push(format!("{stem}{item}")),
            Separator::Through => {
                let (Ok(from), Ok(to)) = (last.parse::<u32>(), item.parse::<u32>()) else { continue };
                let to = to.min(from.saturating_add(MOST_IDS));
                let width = last.len();
                found.extend((from.saturating_add(1)..=to).map(|id| format!("{stem}{id:0width$}")));
            }
            Separator::Star => {}
        }
        last = item;
    }
    found
}

/// Whether a written clause stands for `id`. Allocates nothing.
pub fn covers(clause: &str, id: &str) -> bool {
    let (stem, mut last, rest) = dissect(clause);
    let is_star = rest.ends_with('*');
    if is_star
        && id
            .strip_prefix(stem)
            .and_then(|tail| tail.strip_prefix(last))
            .is_some_and(|tail| tail.starts_with('-'))
    {
        return true;
    }
    // An id without digits names its family: `FR-EVT-DATA` is there where `FR-EVT-DATA-001` is.
    let is_family = !id.bytes().any(|byte| byte.is_ascii_digit());
    if is_family && clause.strip_prefix(id).is_some_and(|tail| tail.starts_with('-')) {
        return true;
    }
    let Some(wanted) = id.strip_prefix(stem) else { return false };
    if wanted == last {
        return true;
    }
    for (separator, item) in items(rest) {
        let hit = match separator {
            Separator::Slash => wanted == item,
            Separator::Through => {
                wanted.len() == last.len()
                    && matches!((last.parse::<u32>(), wanted.parse::<u32>(), item.parse::<u32>()),
                        (Ok(from), Ok(wanted), Ok(to)) if from <= wanted && wanted <= to)
            }
            Separator::Star => false,
        };
        if hit {
            return true;
        }
        last = item;
    }
    false
}

/// The places where `text` names the clause `id`, alone or in a short form for several.
/// Searches the text: a specification has too many ids to keep them all.
pub fn occurrences<'a>(text: &'a str, id: &'a str) -> impl Iterator<Item = Range> + 'a {
    let stem = id.rfind('-').and_then(|dash| id.get(..=dash)).unwrap_or(id);
    let bytes = text.as_bytes();
    memmem::find_iter(bytes, stem.as_bytes()).collect::<Vec<_>>().into_iter().filter_map(move |start| {
        let alone =
            start == 0 || bytes.get(start - 1).is_none_or(|&before| !is_word(before) && before != b'-');
        let end = clause_end(bytes, start).filter(|_| alone)?;
        let clause = Range::new(start, end);
        covers(clause.of(text), id).then_some(clause)
    })
}

enum Separator {
    Slash,
    Through,
    Star,
}

/// Stem with its dash, last segment, and the short forms behind it.
fn dissect(clause: &str) -> (&str, &str, &str) {
    let id_end = clause.find(['/', '.', '*']).unwrap_or(clause.len());
    let (id, rest) = clause.split_at_checked(id_end).unwrap_or((clause, ""));
    let id = id.strip_suffix('-').unwrap_or(id);
    match id.rfind('-') {
        Some(dash) => (id.get(..=dash).unwrap_or(""), id.get(dash + 1..).unwrap_or(""), rest),
        None => ("", id, rest),
    }
}

fn items(mut rest: &str) -> impl Iterator<Item = (Separator, &str)> {
    iter::from_fn(move || {
        let (separator, behind) = match rest.as_bytes() {
            [b'/', ..] => (Separator::Slash, rest.get(1..)?),
            [b'.', b'.', ..] => (Separator::Through, rest.get(2..)?.trim_start_matches('.')),
            [b'*', ..] => (Separator::Star, rest.get(1..)?),
            _ => return None,
        };
        let end = behind.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(behind.len());
        let (item, left) = behind.split_at_checked(end)?;
        rest = left;
        Some((separator, item))
    })
}

/// The end of the clause id, with its short forms, that begins at `start` (which begins a word).
fn clause_end(bytes: &[u8], start: usize) -> Option<usize> {
    let upper = |byte: &&u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let segment = |from: usize| bytes.iter().skip(from).take_while(upper).count();
    let first = segment(start);
    if first < 2 || !bytes.get(start)?.is_ascii_uppercase() {
        return None;
    }
    if STANDARDS.iter().any(|name| bytes.get(start..start + first) == Some(name.as_bytes())) {
        return None;
    }
    let (mut end, mut segments, mut numbered) = (start + first, 1, false);
    while bytes.get(end) == Some(&b'-') {
        let length = segment(end + 1);
        if length == 0 {
            break;
        }
        let digits = bytes.iter().skip(end + 1).take(length).filter(|byte| byte.is_ascii_digit()).count();
        numbered |= digits >= 2;
        segments += 1;
        end += 1 + length;
    }
    let star = bytes.get(end) == Some(&b'-') && bytes.get(end + 1) == Some(&b'*');
    if star {
        end += 2;
    } else if bytes.get(end).is_some_and(|&byte| {
        is_word(byte) || byte == b'-' && bytes.get(end + 1).is_some_and(|&byte| is_word(byte))
    }) {
        return None;
    }
    if segments < 2 || !(numbered || star || segments >= 3) {
        return None;
    }
    loop {
        let separator = match bytes.get(end..) {
            Some([b'/', ..]) => 1,
            Some([b'.', b'.', b'.', ..]) => 3,
            Some([b'.', b'.', ..]) => 2,
            _ => return Some(end),
        };
        let length = bytes.iter().skip(end + separator).take_while(|byte| byte.is_ascii_digit()).count();
        let lettered = bytes.get(end + separator + length).is_some_and(|byte| byte.is_ascii_uppercase());
        let length = length + usize::from(lettered && length > 0);
        if length < 2 || bytes.get(end + separator + length).is_some_and(|&byte| is_word(byte)) {
            return Some(end);
        }
        end += separator + length;
    }
}

fn word_end(bytes: &[u8], start: usize) -> usize {
    start + bytes.iter().skip(start).take_while(|&&byte| is_word(byte) || byte == b'-').count().max(1)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::{clauses, covers, ids, occurrences};

    fn found(text: &str) -> Vec<&str> {
        clauses(text).map(|clause| clause.of(text)).collect()
    }

    #[test]
    fn clause_ids_are_found_bare_and_bracketed_with_their_short_forms() {
        let text =
            "[CX-DBP-030], FR-EVT-001/002/006 and (TERM-API-001..005) FR-EVT-WF-RECOVERY [HSK-4001] CX-609B.";
        let all = [
            "CX-DBP-030",
            "FR-EVT-001/002/006",
            "TERM-API-001..005",
            "FR-EVT-WF-RECOVERY",
            "HSK-4001",
            "CX-609B",
        ];
        assert_eq!(found(text), all);
        assert_eq!(found("FR-EVT-DATA-* events"), ["FR-EVT-DATA-*"]);
    }

    #[test]
    fn packet_ids_standards_and_words_are_no_clauses() {
        let text = "WP-1-Dual-Backend-Tests, UTF-8, SHA-256, LOG-ONLY, [ADD v02.120], MEX-v1.2, X-10, GPT-5";
        assert_eq!(found(text), Vec::<&str>::new());
    }

    #[test]
    fn short_forms_stand_for_every_id_in_them() {
        assert_eq!(ids("TERM-API-001..004").join(" "), "TERM-API-001 TERM-API-002 TERM-API-003 TERM-API-004");
        assert_eq!(ids("HSK-JOB-100/101").join(" "), "HSK-JOB-100 HSK-JOB-101");
        assert_eq!(ids("CX-DBP-030").join(" "), "CX-DBP-030");
        assert!(ids("A-1..999999999").len() <= 502);
    }

    #[test]
    fn a_written_clause_covers_the_ids_it_stands_for_and_no_other() {
        assert!(covers("FR-EVT-MODEL-001..005", "FR-EVT-MODEL-003"));
        assert!(!covers("FR-EVT-MODEL-001..005", "FR-EVT-MODEL-006"));
        assert!(covers("FR-EVT-001/002", "FR-EVT-002"));
        assert!(covers("FR-EVT-DATA-*", "FR-EVT-DATA-007"));
        assert!(covers("FR-EVT-DATA-001", "FR-EVT-DATA") && !covers("FR-EVT-DATABASE-001", "FR-EVT-DATA"));
        assert!(!covers("CX-DBP-022A", "CX-DBP-022"));
    }

    #[test]
    fn an_id_is_found_inside_a_range_but_not_inside_a_longer_id() {
        let text = "X-CX-DBP-022 CX-DBP-022A CX-DBP-021..023 [CX-DBP-022]";
        let places: Vec<_> = occurrences(text, "CX-DBP-022").map(|clause| clause.of(text)).collect();
        assert_eq!(places, ["CX-DBP-021..023", "CX-DBP-022"]);
    }

    #[test]
    fn text_in_any_script_is_walked_to_its_end() {
        assert_eq!(found("Ünïcode-§ — é-10 CX-DBP-030é"), ["CX-DBP-030"]);
    }
}
