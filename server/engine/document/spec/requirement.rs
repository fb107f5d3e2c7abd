//! The clauses of a specification that bind: list items and paragraphs with a MUST or a SHOULD in them.

use super::tag;
use crate::text::range::Range;

/// One clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The whole list item, paragraph or table row.
    pub range: Range,
    /// Its first clause id.
    pub tag: Option<Range>,
    /// The sentences that bind, on one line, without the clause id before them.
    pub words: String,
}

/// The clauses in a part of the text, in order. Examples in fences bind nobody.
pub fn requirements(text: &str, within: Range) -> Vec<Requirement> {
    let mut found = Vec::new();
    let mut open: Option<Range> = None;
    let mut fence: Option<&str> = None;
    let mut start = within.start;
    for line in within.of(text).split_inclusive('\n') {
        let place = Range::new(start, start + line.trim_end().len());
        start += line.len();
        let words = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| words.starts_with(mark));
        let is_fence = fence.is_some() || mark.is_some();
        match fence {
            Some(begun) if words.starts_with(begun) => fence = None,
            None => fence = mark,
            Some(_) => {}
        }
        let ends = is_fence || words.is_empty() || words.starts_with('#');
        if ends || words.starts_with('|') || is_item(words) {
            found.extend(open.take().and_then(|range| requirement(text, range)));
        }
        if !ends {
            let begin = place.end - words.len();
            open = Some(Range::new(open.map_or(begin, |open| open.start), place.end));
        }
    }
    found.extend(open.and_then(|range| requirement(text, range)));
    found
}

fn is_item(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = if digits > 0 {
        words[digits..].strip_prefix(['.', ')'])
    } else {
        words.strip_prefix(['-', '*', '+'])
    };
    rest.is_some_and(|rest| rest.starts_with(' '))
}

fn requirement(text: &str, range: Range) -> Option<Requirement> {
    let clause = range.of(text);
    if !binds(clause) {
        return None;
    }
    let tag = tag::clauses(clause).next();
    // A clause id stands before what it names.
    let said = match tag {
        Some(tag)
            if clause[..tag.start].trim_matches(['-', '*', '+', '[', '(', '|', ' ', '`']).is_empty() =>
        {
            clause[tag.end..].trim_start_matches([']', ')', '*', ':', '`', ' '])
        }
        _ => clause.trim_start_matches(['-', '*', '+', ' ']),
    };
    // Of a table row, the cells that bind.
    let is_row = clause.starts_with('|');
    let cells = said.split(|letter| is_row && letter == '|').filter(|cell| binds(cell));
    let line = cells.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    let words: Vec<&str> = sentences(&line).filter(|sentence| binds(sentence)).collect();
    let tag = tag.map(|tag| Range::new(range.start + tag.start, range.start + tag.end));
    Some(Requirement { range, tag, words: words.join(" ") })
}

fn binds(words: &str) -> bool {
    words
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .any(|word| matches!(word, "MUST" | "SHOULD"))
}

/// Cut behind a stop that a capital letter follows.
fn sentences(line: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let mut ends: Vec<usize> = line
        .match_indices(". ")
        .map(|(at, _)| at + 1)
        .filter(|&end| line[end..].trim_start().starts_with(char::is_uppercase))
        .collect();
    ends.push(line.len());
    ends.into_iter().map(move |end| {
        let sentence = line[from..end].trim();
        from = end;
        sentence
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Option<&str>, String)> {
        let found = requirements(text, Range::new(0, text.len()));
        found.into_iter().map(|clause| (clause.tag.map(|tag| tag.of(text)), clause.words)).collect()
    }

    #[test]
    fn only_the_sentences_that_bind_are_kept() {
        let text = "### 2.1 Batches\n\n- [STO-001] A batch MUST be one transaction. It is small.\n- [STO-002] It may fail.\n";
        assert_eq!(found(text), [(Some("STO-001"), "A batch MUST be one transaction.".into())]);
    }

    #[test]
    fn a_paragraph_over_several_lines_is_one_clause() {
        let text = "The store is old.\r\nIt SHOULD\r\nbe kept.\r\n\r\nA MUSTARD seed.\r\n";
        assert_eq!(found(text), [(None, "It SHOULD be kept.".into())]);
    }

    #[test]
    fn items_and_rows_are_clauses_of_their_own_and_fences_are_none() {
        let text = "1. One MUST. \n2. Two SHOULD.\n```\nThree MUST.\n```\n| FR-A-001 | Four MUST. |\n| x | Five MUST. |\n";
        let words: Vec<String> = found(text).into_iter().map(|(_, words)| words).collect();
        assert_eq!(words, ["One MUST.", "Two SHOULD.", "Four MUST.", "Five MUST."]);
    }
}
