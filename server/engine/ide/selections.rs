//! What is selected when a selection grows: the word, the value, the entry, the field, the section, the file.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::text::range::Range;

/// The stretches around an offset, each inside the next, the smallest first.
pub fn selections(document: &Document, offset: usize) -> Vec<Range> {
    let text = &document.text;
    let line = document.line_at(offset);
    let mut around = vec![Range::new(0, text.len()), line, word(document, line, offset)];
    around.push(trimmed(line, text));
    match document.kind {
        Kind::Spec => {
            let headings = document.spec_index().sections();
            around.extend(headings.map(|heading| heading.range()));
        }
        Kind::Gates => around.extend(document.gate_records().iter().map(|record| record.range)),
        _ => blocks(document, offset, &mut around),
    }
    around.retain(|range| range.start <= offset && offset <= range.end && !range.is_empty());
    around.sort_by_key(|range| (range.len(), range.start));
    let mut nested: Vec<Range> = Vec::new();
    for range in around {
        // What crosses another is left out.
        if nested.last().is_none_or(|last| range.contains(*last) && range != *last) {
            nested.push(range);
        }
    }
    nested
}

fn blocks(document: &Document, offset: usize, around: &mut Vec<Range>) {
    let text = &document.text;
    for field in &document.fields().list {
        let whole = field.line.cover(trimmed_end(field.block, text));
        if !(whole.start <= offset && offset <= whole.end) {
            continue;
        }
        around.extend([field.name, field.value, whole]);
        for item in &document.items(field).list {
            around.extend([item.head, item.range]);
        }
    }
    for section in document.sections() {
        let body = trimmed_end(section.body, text);
        around.extend([section.title, section.heading, trimmed(body, text), section.heading.cover(body)]);
    }
    for fence in document.fences() {
        around.extend([trimmed_end(fence.body, text), fence.range]);
    }
    if let Some(section) = document.section_at(offset) {
        for table in document.tables_in(section.body) {
            let rows = || std::iter::once(&table.header).chain(&table.rows);
            around.extend(rows().flat_map(|row| row.cells.iter().copied()));
            let last = rows().map(|row| row.line.end).max().unwrap_or(table.header.line.end);
            around.push(Range::new(table.header.line.start, last));
        }
    }
}

/// The letters, digits and what joins them around an offset.
fn word(document: &Document, line: Range, offset: usize) -> Range {
    let is_part = |letter: char| letter.is_alphanumeric() || "_-./".contains(letter);
    let before = document.text.get(line.start..offset).unwrap_or("");
    let after = document.text.get(offset..line.end).unwrap_or("");
    let start = offset - (before.len() - before.trim_end_matches(is_part).len());
    Range::new(start, offset + after.len() - after.trim_start_matches(is_part).len())
}

fn trimmed(range: Range, text: &str) -> Range {
    let words = range.of(text);
    let start = range.start + words.len() - words.trim_start().len();
    Range::new(start, start + words.trim().len())
}

fn trimmed_end(range: Range, text: &str) -> Range {
    Range::new(range.start, range.start + range.of(text).trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::testing::asked;

    #[test]
    fn a_selection_grows_from_the_word_to_the_file() {
        let place = asked(
            "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\n## SCOPE\n- IN_SCOPE_PATHS:\n  - src/a$0.rs (new)\n  - src/b.rs\n- Why: x\n## END\ny\n",
        );
        let text = &place.document().text;
        let told: Vec<&str> =
            selections(place.document(), place.offset).iter().map(|range| range.of(text)).collect();
        let list = "- IN_SCOPE_PATHS:\n  - src/a.rs (new)\n  - src/b.rs";
        for wanted in ["src/a.rs", "src/a.rs (new)", "- src/a.rs (new)", list] {
            assert!(told.contains(&wanted), "{wanted:?} not in {told:#?}");
        }
        assert_eq!(told.first(), Some(&"src/a.rs"));
        assert_eq!(told.last().map(|all| all.len()), Some(text.len()));
        assert!(
            told.iter().any(|words| words.starts_with("## SCOPE") && words.ends_with("- Why: x")),
            "{told:#?}"
        );
    }

    #[test]
    fn every_place_of_a_file_has_nested_selections() {
        let text = "# Task Packet: WP-1-A\n| a | b |\n|---|---|\n| c\u{e9} | d |\n\n```text\nx y\n```\n- What: `z` z\n\n";
        for offset in (0..=text.len()).filter(|offset| text.is_char_boundary(*offset)) {
            let place =
                asked(&format!("//- .GOV/task_packets/WP-1-A.md\n{}$0{}", &text[..offset], &text[offset..]));
            let found = selections(place.document(), offset);
            assert!(
                found.windows(2).all(|pair| pair[1].contains(pair[0]) && pair[0] != pair[1]),
                "{found:?}"
            );
            assert!(found.last().is_some_and(|last| last.len() == text.len()), "{offset}");
        }
    }
}
