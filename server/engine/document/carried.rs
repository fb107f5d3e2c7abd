//! What an edit of words leaves of a document: the fences, sections and fields it had, moved and not read again.

use super::Structure;
use super::field::{Field, Fields, from_line};
use super::lines::LineKind;
use crate::text::buffer::Applied;
use crate::text::line_index::LineIndex;
use crate::text::range::Range;

/// The structure of `text`, which came about by an edit that changed words and no block; `None` where the edited line has
/// to be read anew, because it may be another field now, or none.
pub(super) fn carried(old: &Structure, edit: &Applied, text: &str, lines: &LineIndex) -> Option<Structure> {
    let number = lines.line_of(edit.start);
    let line = lines.line_range(text, number);
    // A lone backtick and a word make a broken fence.
    if old.line_kinds.get(number) != Some(&LineKind::Text) || line.of(text).trim_start().starts_with('`') {
        return None;
    }
    let known = old.fields.list.partition_point(|field| field.line.start <= line.start).checked_sub(1);
    let known = known.filter(|&known| old.fields.list[known].line.start == line.start);
    let written = from_line(line, text);
    match (known.map(|known| &old.fields.list[known]), &written) {
        (None, None) => {}
        (Some(field), Some(written)) => {
            let same = written.label == field.label
                && written.form == field.form
                && written.bold == field.bold
                && written.indent == field.indent;
            same.then_some(())?;
        }
        _ => return None,
    }
    let moved = |range: Range| moved(range, edit);
    let mut sections = old.sections.clone();
    for section in &mut sections {
        for range in [&mut section.heading, &mut section.title, &mut section.body, &mut section.own] {
            *range = moved(*range);
        }
    }
    let mut fences = old.fences.clone();
    for fence in &mut fences {
        for range in [&mut fence.range, &mut fence.info, &mut fence.body] {
            *range = moved(*range);
        }
    }
    let mut list: Vec<Field> = old.fields.list.iter().map(|field| field.moved(moved)).collect();
    if let (Some(known), Some(written)) = (known, written) {
        let field = &mut list[known];
        (field.line, field.name, field.value) = (line, written.name, written.value);
    }
    Some(Structure {
        fences,
        sections,
        line_kinds: old.line_kinds.clone(),
        fields: Fields { list, ..old.fields },
    })
}

/// Where a range stands after the edit. Nothing but the edited line has an end within the words that went, and that line
/// is looked at on its own.
fn moved(range: Range, edit: &Applied) -> Range {
    let moved = |at: usize| {
        if at >= edit.old_end {
            at - edit.old_end + edit.new_end
        } else {
            at.min(edit.new_end.max(edit.start))
        }
    };
    Range::new(moved(range.start), moved(range.end))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use crate::config::Config;
    use crate::document::Document;
    use crate::document::kind::Kind;
    use crate::syntax::on_disk;
    use crate::syntax::open::OpenSyntax;
    use crate::text::buffer::{Buffer, Change};
    use crate::text::line_index::{Encoding, Position};

    /// Lines of every kind that words can be typed into.
    const LINES: &[&str] = &[
        "# Task Packet: WP-1-Example",
        "## METADATA",
        "- **Status:** Ready for Dev",
        "- RISK_TIER: LOW",
        "- FILES_TO_OPEN:",
        "  - src/lib.rs and more",
        "Goal: words, words",
        "prose about something",
        "a line that is Status: said",
        "```bash",
        "cargo test",
        "```",
        "`ash",
        "`",
        "## VALIDATION_REPORTS",
        "Verdict: PASS",
        "| a | b |",
        "<!-- a remark -->",
        "",
    ];

    fn document(text: Arc<str>, syntax: &OpenSyntax) -> Document {
        Document::new("WP-1-Example.md", Kind::Packet, text, Arc::new(Config::default()))
            .with_blocks(syntax.blocks().clone())
    }

    /// How many of the edits were taken over, and the first difference.
    fn typed(lines: &[usize], edits: &[(usize, usize, usize, &str)]) -> Result<usize, TestCaseError> {
        let text = lines.iter().map(|line| LINES[*line]).collect::<Vec<_>>().join("\n");
        let mut buffer = Buffer::new(&text);
        let mut syntax = OpenSyntax::without_tree(on_disk::read(&text), text.len());
        let mut old = document(buffer.text(), &syntax);
        let mut carried = 0;
        for &(line, column, removed, written) in edits {
            old.structure();
            let at = |column: usize| Position { line: (line % lines.len()) as u32, column: column as u32 };
            let (start, end) = (at(column), at(column + removed));
            let edit = buffer.apply(&Change::Part { start, end, text: written.to_string() }, Encoding::Utf8);
            let moved = syntax.edited(&buffer.text(), &[edit]);
            let new = document(buffer.text(), &syntax).edited(&old, &edit, moved);
            carried += usize::from(new.structure.get().is_some());
            let fresh = document(buffer.text(), &syntax);
            prop_assert_eq!(new.lines(), fresh.lines());
            prop_assert_eq!(format!("{:#?}", new.structure()), format!("{:#?}", fresh.structure()));
            old = new;
        }
        Ok(carried)
    }

    #[test]
    fn words_in_a_line_of_text_are_taken_over() {
        let all: Vec<usize> = (0..LINES.len()).collect();
        let edits = [(7, 5, 0, "x"), (2, 14, 3, ""), (5, 9, 0, " y"), (6, 8, 1, "zz"), (14, 4, 0, "x")];
        assert_eq!(typed(&all, &edits).ok(), Some(4), "all but the heading");
    }

    proptest! {
        #[test]
        fn what_is_taken_over_is_what_a_fresh_reading_finds(
            lines in proptest::collection::vec(0..LINES.len(), 1..20),
            edits in proptest::collection::vec(
                (0usize..20, 0usize..24, 0usize..4, prop_oneof!["", "x", " ", "ash", "1", ":", "`"]), 1..8
            ),
        ) {
            let edits: Vec<_> = edits.iter().map(|(line, column, removed, written)| {
                (*line, *column, *removed, written.as_str())
            }).collect();
            typed(&lines, &edits)?;
        }
    }
}
