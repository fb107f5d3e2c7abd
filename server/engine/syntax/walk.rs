//! One walk over a block tree, or over the part of it that a range touches; collects blocks, keeps nothing.

use tree_sitter::{Tree, TreeCursor};

use crate::text::range::Range;

use super::blocks::{Block, BlockKind, atx_level, first_visible, line_end, whole_lines};
use super::found::Found;
use super::node::{self, Kind};
use super::open::MARGIN;

/// Containers in one another up to which the grammar counts right; it stops at 254.
const DEEPEST: usize = 200;

/// The blocks of `tree` whose lines touch `wanted`, in order; all of them if `wanted` is `None`.
///
/// Recursion would overflow on a hostile depth, so the cursor goes down and up by itself, and the walk
/// counts what it goes through.
pub(super) fn collect(text: &str, tree: &Tree, wanted: Option<Range>) -> Found {
    let mut walk = Walk { text, wanted, depth: 0, quotes: 0, paragraph: None, found: Found::default() };
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
    /// The paragraph the cursor went by last, and how many list items enclose it.
    paragraph: Option<(Range, usize)>,
    found: Found,
}

impl Walk<'_> {
    /// Reports the cursor's node; moves to its first child that can matter and says whether there is one.
    fn enter(&mut self, cursor: &mut TreeCursor) -> bool {
        let node = cursor.node();
        let inside = |at: usize| at.saturating_sub(MARGIN).min(self.text.len());
        let (start, end) = (inside(node.start_byte()), inside(node.end_byte()));
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
                self.doubt_table(start, end);
                return false;
            }
            Kind::Item => {
                let marker = first_visible(self.text, start);
                let ordered = marker.is_some_and(|byte| byte.is_ascii_digit());
                self.push(BlockKind::Item { ordered }, start, end);
                self.doubt_item_in_paragraph(start, end);
            }
            Kind::Document | Kind::Section | Kind::List | Kind::Quote => {}
            Kind::Paragraph => {
                self.paragraph = whole_lines(self.text, start, end, false).map(|lines| (lines, self.depth));
                if has_underline(Range::new(start, end).of(self.text)) {
                    self.doubt(start, end);
                }
                return false;
            }
            Kind::IndentedCode => {
                self.doubt_if_after_paragraph(start, end);
                return false;
            }
            Kind::Definition => {
                self.doubt(start, end);
                return false;
            }
            Kind::TaskMarker | Kind::FenceDelimiter | Kind::Other => return false,
        }
        if self.depth + self.quotes > DEEPEST {
            self.doubt(start, end);
            return false;
        }
        let entered = match self.wanted {
            Some(wanted) => enter_at(cursor, (wanted.start + MARGIN).saturating_sub(1)),
            None => cursor.goto_first_child(),
        };
        if entered {
            self.depth += usize::from(kind == Kind::Item);
            self.quotes += usize::from(kind == Kind::Quote);
            if self.wanted.is_some() {
                self.remember_passed_over(cursor);
            }
        }
        entered
    }

    /// A walk of the whole tree would have gone by the siblings before the cursor; what follows may stand
    /// beside the paragraph that ends the last of them.
    fn remember_passed_over(&mut self, cursor: &TreeCursor) {
        let mut last = cursor.clone();
        let mut depth = self.depth;
        let mut steps = 0;
        let mut found = last.goto_previous_sibling();
        while found && steps < DEEPEST {
            steps += 1;
            let node = last.node();
            match node::kind(node.kind_id()) {
                Kind::Paragraph => {
                    let inside = |at: usize| at.saturating_sub(MARGIN).min(self.text.len());
                    let lines =
                        whole_lines(self.text, inside(node.start_byte()), inside(node.end_byte()), false);
                    self.paragraph = lines.map(|lines| (lines, depth));
                    return;
                }
                Kind::Other | Kind::TaskMarker => found = last.goto_previous_sibling(),
                kind @ (Kind::Section | Kind::List | Kind::Quote | Kind::Item) => {
                    depth += usize::from(kind == Kind::Item);
                    found = last.goto_last_child();
                }
                _ => return,
            }
        }
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
        self.found.blocks.list.push(Block { kind, range, depth, quoted });
    }

    /// Indented code cannot follow a paragraph's line in CommonMark, it goes on with the paragraph.
    fn doubt_if_after_paragraph(&mut self, start: usize, end: usize) {
        if self.paragraph_just_above(start, end).is_some() {
            self.doubt(start, end);
        }
    }

    /// Nor can an empty item, or one that does not begin with 1, interrupt a paragraph it stands beside.
    fn doubt_item_in_paragraph(&mut self, start: usize, end: usize) {
        if self.paragraph_just_above(start, end) == Some(self.depth) {
            let line = Range::new(start, line_end(self.text.as_bytes(), start)).of(self.text).trim();
            if !may_interrupt(line) {
                self.doubt(start, end);
            }
        }
    }

    /// CommonMark may end a table where a row begins with the sign of another block; the grammar goes on there,
    /// but stops at the underline of a heading, which a table cannot have.
    fn doubt_table(&mut self, start: usize, end: usize) {
        let Some(lines) = whole_lines(self.text, start, end, false) else { return };
        let bytes = self.text.as_bytes();
        let terminator = if bytes.get(lines.end) == Some(&b'\r') { 2 } else { 1 };
        let below = line_end(bytes, lines.end + terminator);
        let rows = Range::new(start, lines.end).of(self.text).lines().skip(2);
        let doubtful = rows.into_iter().any(begins_like_a_block)
            // Two tables without a line between them are one to CommonMark.
            || Range::new(lines.end, below).of(self.text).trim_start().starts_with('|')
            || Range::new(lines.end, below).of(self.text).lines().any(is_underline);
        if doubtful {
            self.doubt(start, below);
        }
    }

    /// The depth of the paragraph that ends in the line above, if there is one.
    fn paragraph_just_above(&self, start: usize, end: usize) -> Option<usize> {
        let lines = whole_lines(self.text, start, end, false)?;
        let (paragraph, depth) = self.paragraph?;
        let between = Range::new(paragraph.end, lines.start).of(self.text);
        (paragraph.end < lines.start && matches!(between, "\n" | "\r\n")).then_some(depth)
    }

    fn doubt(&mut self, start: usize, end: usize) {
        if self.wanted.is_none_or(|wanted| end >= wanted.start && start <= wanted.end) {
            self.found.quirks.push(Range::new(start, end));
        }
    }
}

/// Moves to the first child that reaches `byte`.
fn enter_at(cursor: &mut TreeCursor, byte: usize) -> bool {
    if cursor.goto_first_child_for_byte(byte).is_some() {
        return true;
    }
    // Where a child that the tree does not show covers the byte, such as a blank line, the quick way finds nothing.
    if !cursor.goto_first_child() {
        return false;
    }
    while cursor.node().end_byte() < byte {
        if !cursor.goto_next_sibling() {
            cursor.goto_parent();
            return false;
        }
    }
    true
}

/// Whether both readers let an item of this first line interrupt a paragraph: it says something, and counts from 1.
fn may_interrupt(line: &str) -> bool {
    let bulleted = line.strip_prefix(['-', '*', '+']);
    let counted = line.strip_prefix("1.").or_else(|| line.strip_prefix("1)"));
    bulleted.or(counted).is_some_and(|words| words.starts_with(' ') && !words.trim().is_empty())
}

fn begins_like_a_block(row: &str) -> bool {
    let first = row.bytes().find(|byte| !matches!(byte, b' ' | b'\t' | b'>'));
    first.is_some_and(|first| first.is_ascii_digit() || b"*+-<#`~=_[".contains(&first))
}

/// Whether a paragraph has a line that would make it a heading: the grammar misses it in a task list.
fn has_underline(paragraph: &str) -> bool {
    paragraph.lines().skip(1).any(is_underline)
}

fn is_underline(line: &str) -> bool {
    let line = line.trim_matches(|blank| matches!(blank, ' ' | '\t' | '>'));
    !line.is_empty() && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
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
