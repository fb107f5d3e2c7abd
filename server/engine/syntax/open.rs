//! Blocks of a document that is being typed in, by tree-sitter's Markdown block grammar, kept edit by edit.
//!
//! Only the block grammar: its incremental tree is the same as a fresh one, the inline trees' is not. Nobody waits for a
//! tree: where an edit costs it more than reading the text anew costs [`on_disk::read`], which gives the same blocks, the
//! text is read that way, and the tree catches up when nobody types.

use std::ops::ControlFlow;

use tree_sitter::{InputEdit, ParseOptions, Parser, Point as TreePoint, Tree};

use crate::text::buffer::{Applied as TreeEdit, Point};
use crate::text::range::Range;

use super::blocks::{Blocks, byte_order_mark};
use super::found::{Dirty, Found};
use super::{node, on_disk, plain, quirk, walk};

/// Longer texts (in bytes) are read by [`on_disk::read`] at every edit: there it takes 10 ms, while the first
/// tree of such a text takes more than a second and 150 MB.
pub const LONGEST_TREE: usize = 2 * 1024 * 1024;

/// Bytes that stand before the text in what the parser sees: one line break. It keeps the grammar from
/// reading a first line `---` as the start of front matter, which CommonMark does not know.
pub(super) const MARGIN: usize = 1;

/// Looks at its progress after which a tree is given up for an edit; each stands for a hundred steps of the parser, some
/// 280 000 instructions. With one more for each 8 KB that is 4 million for 82 KB, about what reading them anew takes.
const PATIENCE: usize = 4;

/// The blocks of one open document and the tree they were read from.
pub struct OpenSyntax {
    parser: Parser,
    /// `None` before it has grown, and for a text too long for one. It knows of every edit, but was not read anew after
    /// plain ones, nor after others while it is `behind`.
    tree: Option<Tree>,
    /// The blocks are not of the tree: they were known before it, or it took too long.
    behind: bool,
    /// The parser has begun to catch up and can go on.
    halted: bool,
    /// What was found in `tree`; empty and of no use while `tree` is missing or has errors.
    found: Found,
    found_is_whole: bool,
    length: usize,
    /// The answer of [`on_disk::read`] where the tree's is not to be trusted.
    from_disk: Option<Blocks>,
}

impl OpenSyntax {
    /// A text of this length, in bytes, whose blocks are known; its tree has yet to grow.
    pub fn without_tree(blocks: Blocks, length: usize) -> OpenSyntax {
        OpenSyntax {
            parser: parser(),
            tree: None,
            behind: true,
            halted: false,
            found: Found::default(),
            found_is_whole: false,
            length,
            from_disk: Some(blocks),
        }
    }

    /// Lets the tree catch up with `text`, the newest one, for as long as `goes_on` says so; the next call goes on where
    /// this one stopped. The blocks stay what they are.
    pub fn catch_up(&mut self, text: &str, goes_on: &mut dyn FnMut() -> bool) {
        if !self.behind || text.len() > LONGEST_TREE {
            return;
        }
        let (mut steps, allowed) = (0, 10_000 + text.len());
        let mut stopped = false;
        let old = self.tree.take();
        let grown = self.parse(text, old.as_ref(), &mut || {
            steps += 1;
            stopped = !goes_on();
            !stopped && steps < allowed
        });
        if grown.is_none() && stopped {
            (self.tree, self.halted) = (old, true);
            return;
        }
        self.tree = grown;
        self.put_by();
        self.behind = false;
        self.find(text, None);
    }

    /// The blocks of the newest text.
    pub fn blocks(&self) -> &Blocks {
        self.from_disk.as_ref().unwrap_or(&self.found.blocks)
    }

    /// Whether the newest blocks were read from the tree, and not as from disk.
    pub fn is_from_tree(&self) -> bool {
        self.from_disk.is_none()
    }

    /// Takes over the edits that led from the last text to `text`, in the order they were made; says whether every block
    /// is what it was and only stands elsewhere.
    pub fn edited(&mut self, text: &str, edits: &[TreeEdit]) -> bool {
        let old_length = std::mem::replace(&mut self.length, text.len());
        if let [edit] = edits
            && plain::is_plain(text, edit)
            && old_length + edit.new_end == text.len() + edit.old_end
        {
            self.shift(edit);
            return true;
        }
        if std::mem::take(&mut self.halted) {
            self.put_by();
        }
        let mut old = self.tree.take();
        let hull = old.as_mut().and_then(|old| apply(old, edits, old_length, text.len()));
        let (mut looks, patience) = (0, PATIENCE + text.len() / 8192);
        let new = old.as_ref().filter(|_| hull.is_some() && !self.behind).and_then(|old| {
            self.parse(text, Some(old), &mut || {
                looks += 1;
                looks < patience
            })
        });
        if let (Some(old), Some(new), Some(hull)) = (&old, new, hull) {
            let dirty = Dirty { lines: dirty_lines(text, hull, old, &new), old_length };
            self.tree = Some(new);
            self.find(text, Some(dirty));
            return false;
        }
        if !self.behind {
            self.put_by();
        }
        self.tree = old.filter(|_| hull.is_some());
        self.behind = true;
        self.found_is_whole = false;
        self.from_disk = Some(on_disk::read(text));
        false
    }

    /// Takes over an edit after which every block is what it was.
    fn shift(&mut self, edit: &TreeEdit) {
        if std::mem::take(&mut self.halted) {
            self.put_by();
        }
        if let Some(tree) = &mut self.tree {
            tree.edit(&input_edit(edit));
        }
        self.found.shift(edit);
        if let Some(blocks) = &mut self.from_disk {
            blocks.list.iter_mut().for_each(|block| plain::shift(&mut block.range, edit));
        }
    }

    /// Brings what was found up to date: around `dirty`, or everywhere.
    fn find(&mut self, text: &str, dirty: Option<Dirty>) {
        let Some(tree) = self.tree.as_ref().filter(|tree| !tree.root_node().has_error()) else {
            self.found_is_whole = false;
            self.from_disk = Some(on_disk::read(text));
            return;
        };
        let dirty = dirty.filter(|_| self.found_is_whole);
        let lines = dirty.as_ref().map(|dirty| dirty.lines);
        let mut walked = walk::collect(text, tree, lines);
        // A line is doubtful together with the one above it, so the line below the dirty ones is looked at again.
        let looked_at = match lines {
            Some(lines) => Range::new(lines.start, row_end(text.as_bytes(), (lines.end + 1).min(text.len()))),
            None => Range::new(0, text.len()),
        };
        walked.quirks.extend(quirk::in_lines(text, looked_at));
        match dirty {
            Some(dirty) => self.found.replace(walked, &dirty, text.len()),
            None => self.found = walked,
        }
        self.found_is_whole = true;
        self.from_disk = (!self.found.quirks.is_empty()).then(|| on_disk::read(text));
    }

    /// The tree of `text`, or `None` where `goes_on` put an end to it.
    fn parse(&mut self, text: &str, old: Option<&Tree>, goes_on: &mut dyn FnMut() -> bool) -> Option<Tree> {
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
        let mut progress = |_: &tree_sitter::ParseState| {
            if goes_on() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        let options = ParseOptions::new().progress_callback(&mut progress);
        self.parser.parse_with_options(&mut chunk, old, Some(options))
    }

    /// Takes a new parser. One that has read a whole text keeps megabytes of room, one that was stopped wants to go on.
    fn put_by(&mut self) {
        self.parser = parser();
        self.halted = false;
    }
}

/// A grammar of another version than the library leaves the parser without a language; then no parse gives a tree and
/// every text is read as from disk.
fn parser() -> Parser {
    let mut parser = Parser::new();
    let _ = parser.set_language(node::language());
    parser
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
    let above = bytes.get(..row_start(bytes, dirty.start)).unwrap_or_default();
    let visible = above.iter().rposition(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'>'));
    // What the line below is may be doubtful because of the line above it.
    let below = row_end(bytes, (row_end(bytes, dirty.end) + 1).min(bytes.len()));
    Range::new(row_start(bytes, visible.unwrap_or(0)), below)
}

/// The start of the row `at` stands in; a carriage return alone ends no row, for a row is what the grammar reads.
fn row_start(bytes: &[u8], at: usize) -> usize {
    memchr::memrchr(b'\n', bytes.get(..at).unwrap_or(bytes)).map_or(0, |newline| newline + 1)
}

/// The end of the row `at` stands in, before its line break.
fn row_end(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', bytes.get(at..).unwrap_or_default()).map_or(bytes.len(), |newline| at + newline)
}
