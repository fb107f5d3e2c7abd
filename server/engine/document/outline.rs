//! Headings as nested sections.

use super::contract::sections::holds_reports;
use super::fence::Fence;
use crate::syntax::blocks::{BlockKind, Blocks};
use crate::text::grammar::label::normal_label;
use crate::text::line_index::LineIndex;
use crate::text::range::Range;

/// One heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub level: u8,
    /// The title upper-cased, words joined by `_`, without what follows a parenthesis, bracket or colon.
    pub name: String,
    /// The heading's line.
    pub heading: Range,
    /// The heading's words, without the `#` signs.
    pub title: Range,
    /// From the line after the heading to the next heading of the same or a higher rank.
    pub body: Range,
    /// From the line after the heading to the next heading of any rank.
    pub own: Range,
    pub parent: Option<usize>,
    /// Whether it holds reports or logs, or stands in a section that does: nothing in it is metadata.
    pub reports: bool,
}

/// The sections of a text, in order; headings inside broken fences do not count.
pub fn sections(text: &str, lines: &LineIndex, blocks: &Blocks, fences: &[Fence]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut fence = fences.iter().filter(|fence| fence.broken).peekable();
    for block in &blocks.list {
        let BlockKind::Heading { level } = block.kind else { continue };
        while fence.peek().is_some_and(|fence| fence.range.end < block.range.start) {
            fence.next();
        }
        if fence.peek().is_some_and(|fence| fence.range.contains(block.range)) {
            continue;
        }
        let line = lines.line_range(text, lines.line_of(block.range.start));
        let title = title(line, text);
        while let Some(&last) = open.last() {
            if sections[last].level < level {
                break;
            }
            sections[last].body.end = block.range.start;
            open.pop();
        }
        if let Some(last) = sections.last_mut() {
            last.own.end = block.range.start;
        }
        let parent = open.last().copied();
        let name = name(title.of(text));
        let reports = holds_reports(&name) || parent.is_some_and(|parent| sections[parent].reports);
        let body = lines.line_start(lines.line_of(block.range.end) + 1).min(text.len());
        open.push(sections.len());
        sections.push(Section {
            level,
            name,
            heading: block.range,
            title,
            body: Range::new(body, text.len()),
            own: Range::new(body, text.len()),
            parent,
            reports,
        });
    }
    sections.shrink_to_fit();
    sections
}

/// A heading's words as a section name: `## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]` is `LINEAGE_AUDIT`.
pub fn name(title: &str) -> String {
    normal_label(&title[..title.find(['(', '[', ':']).unwrap_or(title.len())])
}

fn title(line: Range, text: &str) -> Range {
    let words = line.of(text);
    let marks = words.trim_start_matches(['\u{feff}', ' ']).trim_start_matches('#');
    let start = line.start + words.len() - marks.trim_start().len();
    let kept = marks.trim();
    // Closing signs belong to the heading only when a space stands before them.
    let kept = match kept.trim_end_matches('#') {
        open if open.len() < kept.len() && open.ends_with(' ') => open.trim_end(),
        _ => kept,
    };
    Range::new(start, start + kept.len())
}
