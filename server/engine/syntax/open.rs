//! Blocks of a document that is being typed in, by tree-sitter's Markdown block grammar, kept edit by edit.
//!
//! Only the block grammar: its incremental tree is the same as a fresh one, the inline trees' is not.

use std::ops::ControlFlow;

use tree_sitter::{InputEdit, ParseOptions, Parser, Point as TreePoint, Tree};

use crate::text::range::Range;

use super::blocks::{Block, Blocks, byte_order_mark, line_end, line_start};
use super::{node, on_disk, walk};

/// Longer texts (in bytes) are read by [`on_disk::read`] at every edit: there it takes 10 ms, while the first
/// tree of such a text takes more than a second and 150 MB.
pub const LONGEST_TREE: usize = 2 * 1024 * 1024;

/// Bytes that stand before the text in what the parser sees: one line break. It keeps the grammar from
/// reading a first line `---` as the start of front matter, which CommonMark does not know.
pub(super) const MARGIN: usize = 1;

/// A place in a text: row counted by `\n` only, column in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Point {
    pub row: usize,
    pub column: usize,
}

/// One edit that has been made: what was at `start..old_end` became `start..new_end`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct TreeEdit {
    pub start: usize,
    pub old_end: usize,
    pub new_end: usize,
    pub start_point: Point,
    pub old_end_point: Point,
    pub new_end_point: Point,
}

/// The blocks of one open document and the tree they were read from.
pub struct OpenSyntax {
    parser: Parser,
    /// `None` while the text is one that only [`on_disk::read`] reads.
    tree: Option<Tree>,
    /// Whether `blocks` were read from `tree`, so that those outside an edit may be kept.
    from_tree: bool,
    length: usize,
    blocks: Blocks,
}

impl OpenSyntax {
    /// Reads `text` for the first time.
    pub fn new(text: &str) -> OpenSyntax {
        let mut syntax = OpenSyntax {
            parser: Parser::new(),
            tree: None,
            from_tree: false,
            length: text.len(),
            blocks: Blocks::default(),
        };
        // A grammar of another version than the library leaves the parser without a language; then no parse
        // gives a tree and every text is read as from disk.
        let _ = syntax.parser.set_language(node::language());
        syntax.read_again(text);
        syntax
    }

    /// The blocks of the newest text.
    pub fn blocks(&self) -> &Blocks {
        &self.blocks
    }

    /// Takes over the edits that led from the last text to `text`, in the order they were made.
    pub fn edited(&mut self, text: &str, edits: &[TreeEdit]) {
        let old_length = std::mem::replace(&mut self.length, text.len());
        let Some(mut old) = self.tree.take() else { return self.read_again(text) };
        let Some(hull) = apply(&mut old, edits, old_length, text.len()) else { return self.read_again(text) };
        let Some(new) = self.parse(text, Some(&old)) else { return self.read_without_tree(text) };
        if new.root_node().has_error() {
            self.blocks = on_disk::read(text);
            self.from_tree = false;
        } else if self.from_tree {
            let dirty = dirty_lines(text, hull, &old, &new);
            let walked = walk::collect(text, &new, Some(dirty));
            let kept = std::mem::take(&mut self.blocks.list);
            self.blocks.list = merged(kept, walked, dirty, old_length, text.len());
        } else {
            self.blocks.list = walk::collect(text, &new, None);
            self.from_tree = true;
        }
        self.tree = Some(new);
    }

    fn read_again(&mut self, text: &str) {
        let Some(tree) = self.parse(text, None) else { return self.read_without_tree(text) };
        self.from_tree = !tree.root_node().has_error();
        self.blocks = if self.from_tree {
            Blocks { list: walk::collect(text, &tree, None) }
        } else {
            on_disk::read(text)
        };
        self.tree = Some(tree);
    }

    fn read_without_tree(&mut self, text: &str) {
        self.tree = None;
        self.from_tree = false;
        self.blocks = on_disk::read(text);
    }

    fn parse(&mut self, text: &str, old: Option<&Tree>) -> Option<Tree> {
        if text.len() > LONGEST_TREE {
            return None;
        }
        let mark = byte_order_mark(text);
        let bytes = text.as_bytes();
        // The parser sees the text between two line breaks, a byte order mark as more of them: a heading in
        // the last line needs its line end, and one in the first line must not be hidden.
        let mut chunk = |at: usize, _: TreePoint| -> &[u8] {
            if at < MARGIN + mark {
                return b"\n\n\n\n".get(at..MARGIN + mark).unwrap_or_default();
            }
            match bytes.get(at - MARGIN..) {
                Some([]) => b"\n",
                Some(rest) => rest,
                None => b"",
            }
        };
        let mut steps = 0_usize;
        let allowed = 10_000 + text.len();
        let mut progress = |_: &tree_sitter::ParseState| {
            steps += 1;
            if steps > allowed { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let options = ParseOptions::new().progress_callback(&mut progress);
        let tree = self.parser.parse_with_options(&mut chunk, old, Some(options));
        if tree.is_none() {
            self.parser.reset();
        }
        tree
    }
}

/// Tells `tree` about the edits; gives the range of the new text that covers them all, or `None` if they do
/// not lead from a text of the old length to one of the new length.
fn apply(tree: &mut Tree, edits: &[TreeEdit], old_length: usize, new_length: usize) -> Option<Range> {
    let mut length = old_length;
    let mut hull: Option<Range> = None;
    for edit in edits {
        if edit.start > edit.old_end || edit.start > edit.new_end || edit.old_end > length {
            return None;
        }
        length = length - edit.old_end + edit.new_end;
        tree.edit(&input_edit(edit));
        let made = Range::new(edit.start, edit.new_end);
        hull = Some(match hull {
            Some(hull) => {
                let end = if hull.end >= edit.old_end { hull.end - edit.old_end + edit.new_end } else { 0 };
                Range::new(hull.start.min(edit.start), end.max(edit.new_end))
            }
            None => made,
        });
    }
    (length == new_length).then(|| hull.unwrap_or_default())
}

fn input_edit(edit: &TreeEdit) -> InputEdit {
    let point = |point: Point| TreePoint::new(point.row + 1, point.column);
    InputEdit {
        start_byte: edit.start + MARGIN,
        old_end_byte: edit.old_end + MARGIN,
        new_end_byte: edit.new_end + MARGIN,
        start_position: point(edit.start_point),
        old_end_position: point(edit.old_end_point),
        new_end_position: point(edit.new_end_point),
    }
}

/// The lines of `text` outside which every block is what and where it was.
fn dirty_lines(text: &str, hull: Range, old: &Tree, new: &Tree) -> Range {
    let mut dirty = hull;
    for changed in old.changed_ranges(new) {
        let start = changed.start_byte.saturating_sub(MARGIN).min(text.len());
        let end = changed.end_byte.saturating_sub(MARGIN).min(text.len());
        dirty = dirty.cover(Range::new(start, end));
    }
    let bytes = text.as_bytes();
    // Blank lines do not count to the block above them until something follows, so that block is dirty too.
    let above = bytes.get(..line_start(bytes, dirty.start)).unwrap_or_default();
    let visible = above.iter().rposition(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'>'));
    Range::new(line_start(bytes, visible.unwrap_or(0)), line_end(bytes, dirty.end))
}

/// The old blocks outside `dirty`, those behind it moved, and the blocks walked anew, in one order.
fn merged(kept: Vec<Block>, walked: Vec<Block>, dirty: Range, old_length: usize, new_length: usize) -> Vec<Block> {
    let old_end = (dirty.end + old_length).saturating_sub(new_length);
    let mut list = Vec::with_capacity(kept.len() + walked.len());
    let mut walked = walked.into_iter().peekable();
    for mut block in kept {
        if block.range.start > old_end {
            block.range.start = block.range.start - old_end + dirty.end;
            block.range.end = block.range.end - old_end + dirty.end;
        } else if block.range.end >= dirty.start {
            continue;
        }
        while let Some(earlier) = walked.next_if(|new| order(new) < order(&block)) {
            list.push(earlier);
        }
        list.push(block);
    }
    list.extend(walked);
    list
}

/// Blocks that start in the same line stand in one another, one level deeper each.
fn order(block: &Block) -> (usize, u8) {
    (block.range.start, block.depth)
}
