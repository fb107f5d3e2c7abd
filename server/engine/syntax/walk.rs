//! One walk over a block tree, or over the part of it that a range touches; collects blocks, keeps nothing.

use tree_sitter::{Tree, TreeCursor};

use crate::text::range::Range;

use super::blocks::{Block, BlockKind, atx_level, first_visible, whole_lines};
use super::node::{self, Kind};
use super::open::MARGIN;

/// The blocks of `tree` whose lines touch `wanted`, in order; all of them if `wanted` is `None`.
///
/// Recursion would overflow on a hostile depth, so the cursor goes down and up by itself, and the walk
/// counts what it goes through.
pub(super) fn collect(text: &str, tree: &Tree, wanted: Option<Range>) -> Vec<Block> {
    let mut walk = Walk { text, wanted, depth: 0, quotes: 0, found: Vec::new() };
    let mut cursor = tree.walk();
    loop {
        if walk.enter(&mut cursor) {
            continue;
        }
        // Past the wanted range nothing follows at this level either.
        while walk.is_past(&cursor) || !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return walk.found;
            }
            walk.leave(&cursor);
        }
    }
}

struct Walk<'text> {
    text: &'text str,
    wanted: Option<Range>,
    /// List items the cursor is in.
    depth: usize,
    /// Block quotes the cursor is in.
    quotes: usize,
    found: Vec<Block>,
}

impl Walk<'_> {
    /// Reports the cursor's node; moves to its first child that can matter and says whether there is one.
    fn enter(&mut self, cursor: &mut TreeCursor) -> bool {
        let node = cursor.node();
        let (start, end) = (node.start_byte().saturating_sub(MARGIN), node.end_byte().saturating_sub(MARGIN));
        let kind = node::kind(node.kind_id());
        match kind {
            Kind::Heading => {
                if let Some(level) = atx_level(self.text, start) {
                    self.push(BlockKind::Heading { level }, start, end);
                }
                return false;
            }
            Kind::Fence => {
                let closed = has_two_delimiters(cursor);
                self.push(BlockKind::Fence { closed }, start, end);
                return false;
            }
            Kind::Html => {
                self.push(BlockKind::Html, start, end);
                return false;
            }
            Kind::Table => {
                self.push(BlockKind::Table, start, end);
                return false;
            }
            Kind::Item => {
                let marker = first_visible(self.text, start);
                let ordered = marker.is_some_and(|byte| byte.is_ascii_digit());
                self.push(BlockKind::Item { ordered }, start, end);
            }
            Kind::Document | Kind::Section | Kind::List | Kind::Quote => {}
            Kind::FenceDelimiter | Kind::Other => return false,
        }
        let entered = match self.wanted {
            Some(wanted) => cursor.goto_first_child_for_byte((wanted.start + MARGIN).saturating_sub(1)).is_some(),
            None => cursor.goto_first_child(),
        };
        if entered {
            self.depth += usize::from(kind == Kind::Item);
            self.quotes += usize::from(kind == Kind::Quote);
        }
        entered
    }

    /// The cursor has come back up to this node.
    fn leave(&mut self, cursor: &TreeCursor) {
        match node::kind(cursor.node().kind_id()) {
            Kind::Item => self.depth = self.depth.saturating_sub(1),
            Kind::Quote => self.quotes = self.quotes.saturating_sub(1),
            _ => {}
        }
    }

    fn is_past(&self, cursor: &TreeCursor) -> bool {
        self.wanted.is_some_and(|wanted| cursor.node().start_byte().saturating_sub(MARGIN) > wanted.end)
    }

    fn push(&mut self, kind: BlockKind, start: usize, end: usize) {
        let quoted = self.quotes > 0;
        let Some(range) = whole_lines(self.text, start, end, quoted) else { return };
        if self.wanted.is_some_and(|wanted| range.end < wanted.start || range.start > wanted.end) {
            return;
        }
        let depth = u8::try_from(self.depth).unwrap_or(u8::MAX);
        self.found.push(Block { kind, range, depth, quoted });
    }
}

fn has_two_delimiters(cursor: &mut TreeCursor) -> bool {
    if !cursor.goto_first_child() {
        return false;
    }
    let mut delimiters = 0;
    loop {
        delimiters += usize::from(node::kind(cursor.node().kind_id()) == Kind::FenceDelimiter);
        if !cursor.goto_next_sibling() {
            break;
        }
    }
    cursor.goto_parent();
    delimiters > 1
}
