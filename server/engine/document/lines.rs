//! What each line of a text belongs to, as far as fields care.

use super::fence::Fence;
use super::outline::Section;
use crate::syntax::blocks::{BlockKind, Blocks};
use crate::text::line_index::LineIndex;
use crate::text::range::Range;

/// The block a line stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    Text,
    Heading,
    /// In or on a fence.
    Code,
    /// In an HTML comment.
    Comment,
}

/// One kind per line.
pub fn kinds(
    text: &str,
    lines: &LineIndex,
    blocks: &Blocks,
    fences: &[Fence],
    sections: &[Section],
) -> Vec<LineKind> {
    let mut kinds = vec![LineKind::Text; lines.line_count()];
    let mut stamp = |range: Range, kind: LineKind| {
        let first = lines.line_of(range.start);
        let last = lines.line_of(range.end).max(first);
        if let Some(part) = kinds.get_mut(first..=last) {
            part.fill(kind);
        }
    };
    for section in sections {
        stamp(section.heading, LineKind::Heading);
    }
    for fence in fences {
        stamp(fence.range, LineKind::Code);
    }
    for block in &blocks.list {
        // A lone `<pending>` also opens an HTML block; only comments hide what they hold.
        if block.kind == BlockKind::Html && block.range.of(text).trim_start().starts_with("<!--") {
            stamp(block.range, LineKind::Comment);
        }
    }
    kinds
}
