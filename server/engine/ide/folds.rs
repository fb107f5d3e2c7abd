//! What can be folded: sections, each from its heading to its last line that says something.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::text::range::Range;

/// Lines from 0 on, the first and the last of each section, in order.
pub fn folds(document: &Document) -> Vec<(u32, u32)> {
    let whole: Vec<Range> = match document.kind {
        Kind::Gates | Kind::Config => return Vec::new(),
        Kind::Spec => document.spec_index().sections().map(|heading| heading.range()).collect(),
        _ => document.sections().iter().map(|section| section.heading.cover(section.body)).collect(),
    };
    let lines = document.lines();
    let fold = |section: Range| {
        let words = section.of(&document.text).trim_end();
        let (first, last) = (lines.line_of(section.start), lines.line_of(section.start + words.len()));
        (last > first).then_some((first as u32, last as u32))
    };
    whole.into_iter().filter_map(fold).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;

    #[test]
    fn sections_fold_without_the_blank_lines_behind_them() {
        let text = "# Task Packet: X\n\n## SCOPE\n- What: x\n\n\n## EMPTY\n\n## END\nx\n";
        let document = Document::new("x.md", Kind::Packet, text, Arc::new(Config::default()));
        assert_eq!(folds(&document), [(0, 9), (2, 3), (8, 9)]);
    }
}
