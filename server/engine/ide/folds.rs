//! What can be folded: sections, fields, fences and tables, each from its first line to its last that says something.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::text::range::Range;

/// Lines from 0 on, the first and the last of each stretch, in order; no two begin on one line.
pub fn folds(document: &Document) -> Vec<(u32, u32)> {
    let mut whole: Vec<Range> = match document.kind {
        Kind::Gates | Kind::Config | Kind::Product => return Vec::new(),
        Kind::Spec => document.spec_index().sections().map(|heading| heading.range()).collect(),
        _ => {
            let sections = document.sections().iter().map(|section| section.heading.cover(section.body));
            sections.chain(inner(document)).collect()
        }
    };
    // A field that is a heading is its section.
    whole.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let lines = document.lines();
    let fold = |stretch: Range| {
        let words = stretch.of(&document.text).trim_end();
        let (first, last) = (lines.line_of(stretch.start), lines.line_of(stretch.start + words.len()));
        (last > first).then_some((first as u32, last as u32))
    };
    let mut folds: Vec<(u32, u32)> = whole.into_iter().filter_map(fold).collect();
    folds.dedup_by_key(|(first, _)| *first);
    folds
}

/// What stands inside sections.
fn inner(document: &Document) -> impl Iterator<Item = Range> {
    let fields = document.fields().list.iter().map(|field| field.line.cover(field.block));
    let fences = document.fences().iter().map(|fence| fence.range);
    let tables = document.tables_in(Range::new(0, document.text.len()));
    let tables: Vec<Range> = tables
        .into_iter()
        .map(|table| {
            let last = table.rows.last().map_or(table.header.line, |row| row.line);
            table.header.line.cover(last)
        })
        .collect();
    fields.chain(fences).chain(tables)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;

    fn told(text: &str) -> Vec<(u32, u32)> {
        folds(&Document::new("x.md", Kind::Packet, text, Arc::new(Config::default())))
    }

    #[test]
    fn sections_fold_without_the_blank_lines_behind_them() {
        let text = "# Task Packet: X\n\n## SCOPE\n- What: x\n\n\n## EMPTY\n\n## END\nx\n";
        assert_eq!(told(text), [(0, 9), (2, 3), (8, 9)]);
    }

    #[test]
    fn fields_fences_and_tables_fold_and_a_line_begins_one_fold() {
        let text = "## QUALITY_GATE\n- RISK_TIER: LOW\n- OUT_OF_SCOPE:\n  - a\n  - b\n\n### TEST_PLAN\n```bash\ncargo test\n```\n\n\
                    | a | b |\n|---|---|\n| c | d |\n\nwords\n";
        assert_eq!(told(text), [(0, 15), (2, 4), (6, 15), (7, 9), (11, 13)]);
    }
}
