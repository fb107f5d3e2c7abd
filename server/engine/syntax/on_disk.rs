//! Blocks of a text that is read once, by pulldown-cmark; nothing is kept between two readings.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::blocks::{Block, BlockKind, Blocks, atx_level, byte_order_mark, line_start, whole_lines};
use super::signs;

/// The blocks of `text`.
pub fn read(text: &str) -> Blocks {
    read_as(text, &signs::hidden(text))
}

/// The blocks of `text` as they stand in `seen`, which is as long and has the same.
fn read_as(text: &str, seen: &str) -> Blocks {
    let skipped = byte_order_mark(text);
    let body = seen.get(skipped..).unwrap_or_default();
    let mut reading = Reading { text, blocks: Blocks::default(), depth: 0, quotes: 0, lists: Vec::new() };
    let mut fence = None;
    for (event, range) in Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter() {
        let (start, end) = (range.start + skipped, range.end + skipped);
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                fence = Some(Fence { start, end, content_end: start });
            }
            Event::Text(_) => {
                if let Some(fence) = &mut fence {
                    fence.content_end = end;
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some(fence) = fence.take() {
                    reading.fence(fence);
                }
            }
            Event::Start(tag) => reading.open(&tag, start, end),
            Event::End(tag) => reading.close(tag),
            _ => {}
        }
    }
    reading.blocks.list.shrink_to_fit();
    reading.blocks
}

struct Reading<'text> {
    text: &'text str,
    blocks: Blocks,
    /// Open list items.
    depth: usize,
    /// Open block quotes.
    quotes: usize,
    /// For each open list, whether it is ordered.
    lists: Vec<bool>,
}

/// Fenced code that has begun; it is closed if a line follows its content.
struct Fence {
    start: usize,
    end: usize,
    content_end: usize,
}

impl Reading<'_> {
    fn open(&mut self, tag: &Tag, start: usize, end: usize) {
        match tag {
            Tag::Heading { .. } => {
                if let Some(level) = atx_level(self.text, start) {
                    self.push(BlockKind::Heading { level }, start, end);
                }
            }
            Tag::HtmlBlock => self.push(BlockKind::Html, start, end),
            Tag::Table(_) => self.push(BlockKind::Table, start, end),
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::List(first) => self.lists.push(first.is_some()),
            Tag::Item => {
                let ordered = self.lists.last().copied().unwrap_or(false);
                self.push(BlockKind::Item { ordered }, start, end);
                self.depth += 1;
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    fn fence(&mut self, fence: Fence) {
        let Some(range) = whole_lines(self.text, fence.start, fence.end, self.quotes > 0) else { return };
        let last_line = line_start(self.text.as_bytes(), range.end);
        let closed = last_line > range.start && last_line >= fence.content_end;
        self.push(BlockKind::Fence { closed }, fence.start, fence.end);
    }

    fn push(&mut self, kind: BlockKind, start: usize, end: usize) {
        let quoted = self.quotes > 0;
        let Some(range) = whole_lines(self.text, start, end, quoted) else { return };
        let depth = u8::try_from(self.depth).unwrap_or(u8::MAX);
        self.blocks.list.push(Block { kind, range, depth, quoted });
    }
}

/// The same with every sign in sight.
#[cfg(test)]
pub(super) fn read_with_signs(text: &str) -> Blocks {
    read_as(text, text)
}
