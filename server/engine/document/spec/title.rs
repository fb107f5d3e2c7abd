//! Comparing section titles as people write them: without case, spaces, marks and trailing remarks.

/// How a written title stands to a heading's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TitleMatch {
    Different,
    /// One holds the other, or they share most of their words: a remark or a shortened title.
    Related,
    /// The same letters and digits, perhaps but for trailing `(HARD)` or `[CX-..]`.
    Same,
}

/// Compares two titles.
pub fn compare(written: &str, heading: &str) -> TitleMatch {
    if is_same(written, heading) {
        return TitleMatch::Same;
    }
    let (written, heading) = (core(written), core(heading));
    if written.is_empty() || heading.is_empty() {
        return TitleMatch::Different;
    }
    let (left, right): (Vec<_>, Vec<_>) = (words(written).collect(), words(heading).collect());
    let shorter = left.len().min(right.len());
    let shared =
        left.iter().filter(|word| right.iter().any(|other| word.eq_ignore_ascii_case(other))).count();
    if shared * 2 >= shorter.max(1) && shared > 0 { TitleMatch::Related } else { TitleMatch::Different }
}

/// Whether two titles are the same but for case, spaces, marks and trailing brackets. Allocates nothing.
pub fn is_same(written: &str, heading: &str) -> bool {
    same_letters(written, heading) || { same_letters(core(written), core(heading)) }
}

/// Whether a written title holds all words of the heading, in their order, and only says more.
pub fn holds(written: &str, heading: &str) -> bool {
    let spoken = |title: &str| {
        let title = title.replace(['+', '&'], " and ").to_lowercase();
        words(&title).map(str::to_string).collect::<Vec<_>>().join(" ")
    };
    let heading = spoken(core(heading));
    !heading.is_empty() && format!(" {} ", spoken(written)).contains(&format!(" {heading} "))
}

/// The title without the bracketed remarks at its end; the whole title where nothing else would be left.
pub fn core(title: &str) -> &str {
    let mut rest = title.trim();
    loop {
        let open = match rest.as_bytes().last() {
            Some(b')') => opening(rest, b'(', b')'),
            Some(b']') => opening(rest, b'[', b']'),
            _ => None,
        };
        let Some(shorter) = open.and_then(|open| rest.get(..open)).map(str::trim_end) else { return rest };
        if shorter.is_empty() {
            return rest;
        }
        rest = shorter;
    }
}

fn opening(text: &str, open: u8, close: u8) -> Option<usize> {
    let mut depth = 0usize;
    for (at, &byte) in text.as_bytes().iter().enumerate().rev() {
        if byte == close {
            depth += 1;
        } else if byte == open {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

fn same_letters(left: &str, right: &str) -> bool {
    letters(left).next().is_some() && letters(left).eq(letters(right))
}

pub(super) fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Words of three letters and more; short ones bind nothing.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::{TitleMatch, compare, core};

    #[test]
    fn case_spaces_marks_and_trailing_remarks_do_not_matter() {
        for written in
            ["storage api  PATTERN", "Storage API Pattern [CX-DBP-021]", "`Storage API Pattern` (HARD)"]
        {
            assert_eq!(compare(written, "Storage API Pattern (Normative) [ADD v1.2]"), TitleMatch::Same);
        }
    }

    #[test]
    fn a_shortened_title_is_related_and_another_one_is_not() {
        assert_eq!(compare("Harvest Ledger requirements", "Harvest Ledger"), TitleMatch::Related);
        assert_eq!(compare("Mutation Traceability", "Definitions"), TitleMatch::Different);
        assert_eq!(compare("", "Definitions"), TitleMatch::Different);
    }

    #[test]
    fn a_title_that_is_only_a_bracket_stays_whole() {
        assert_eq!(core("(HARD)"), "(HARD)");
        assert_eq!(core("Rules ((old)) [A]"), "Rules");
        assert_eq!(core("Rules old)"), "Rules old)");
    }
}
