//! What walks over a tree have found so far, and how a walk around an edit renews it; not the walk itself.

use crate::text::buffer::Applied;
use crate::text::range::Range;

use super::blocks::{Block, Blocks};
use super::plain;

/// What was found in one text.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) blocks: Blocks,
    /// Where the grammar may have read what CommonMark reads otherwise.
    pub(super) quirks: Vec<Range>,
}

/// The lines of a new text outside which everything is what it was, and the length of the old text.
pub(super) struct Dirty {
    pub(super) lines: Range,
    pub(super) old_length: usize,
}

impl Dirty {
    /// Where `old`, a range of the old text, stands in a new text of `length` bytes; `None` if it is dirty.
    fn moved(&self, old: Range, length: usize) -> Option<Range> {
        let old_end = (self.lines.end + self.old_length).saturating_sub(length);
        if old.end < self.lines.start {
            return Some(old);
        }
        let behind = |at: usize| at.checked_sub(old_end).map(|distance| self.lines.end + distance);
        (old.start > old_end).then(|| Some(Range::new(behind(old.start)?, behind(old.end)?)))?
    }
}

impl Found {
    /// Follows an edit that moved everything and changed nothing.
    pub(super) fn shift(&mut self, edit: &Applied) {
        self.quirks.iter_mut().for_each(|quirk| plain::shift(quirk, edit));
        self.blocks.list.iter_mut().for_each(|block| plain::shift(&mut block.range, edit));
    }

    /// Keeps what stands outside the dirty lines and puts what was `walked` there into its place.
    pub(super) fn replace(&mut self, walked: Found, dirty: &Dirty, length: usize) {
        self.quirks.retain_mut(|quirk| match dirty.moved(*quirk, length) {
            Some(moved) => {
                *quirk = moved;
                true
            }
            None => false,
        });
        self.quirks.extend(walked.quirks);

        let kept = std::mem::take(&mut self.blocks.list);
        let mut list = Vec::with_capacity(kept.len() + walked.blocks.list.len());
        let mut walked = walked.blocks.list.into_iter().peekable();
        for mut block in kept {
            let Some(moved) = dirty.moved(block.range, length) else { continue };
            block.range = moved;
            while let Some(earlier) = walked.next_if(|new| order(new) < order(&block)) {
                list.push(earlier);
            }
            list.push(block);
        }
        list.extend(walked);
        self.blocks.list = list;
    }
}

/// Blocks that start in the same line stand in one another, one level deeper each.
fn order(block: &Block) -> (usize, u8) {
    (block.range.start, block.depth)
}
