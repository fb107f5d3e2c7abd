//! Fenced code, including the fences that a broken shell quoting left with one backtick.

use super::Document;
use super::kind::Kind;
use crate::syntax::blocks::{BlockKind, Blocks};
use crate::text::line_index::LineIndex;
use crate::text::range::Range;

/// One fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// Opening line to closing line, both included.
    pub range: Range,
    /// What follows the opening backticks.
    pub info: Range,
    /// The lines between, without the fence lines.
    pub body: Range,
    pub closed: bool,
    /// One backtick and a piece of an info string (`` `ash ``) in place of three and the whole.
    pub broken: bool,
}

/// What broken quoting leaves of the usual info strings.
const FRAGMENTS: &[&str] = &["ash", "bash", "sh", "md", "ust", "rust", "json", "text", "powershell"];

/// Every fence of a text, in order.
pub fn fences(text: &str, lines: &LineIndex, blocks: &Blocks) -> Vec<Fence> {
    let mut fences: Vec<Fence> = blocks
        .list
        .iter()
        .filter_map(|block| match block.kind {
            BlockKind::Fence { closed } => Some(whole(text, lines, block.range, closed)),
            _ => None,
        })
        .collect();
    let broken = broken(text, lines, &fences);
    if !broken.is_empty() {
        fences.extend(broken);
        fences.sort_by_key(|fence| fence.range.start);
    }
    fences
}

impl Document {
    /// Whether lines put here would be code, as a fence above them never ends.
    pub fn is_swallowed(&self, at: usize) -> bool {
        self.fences().iter().any(|fence| !fence.closed && fence.range.start < at)
    }

    /// Whether a fence of a refinement holds anchor blocks, because it was closed too late or not at all.
    pub fn hides_anchors(&self) -> bool {
        self.kind == Kind::Refinement && self.fences().iter().any(|fence| self.hidden_anchor(fence).is_some())
    }

    /// The heading of the first anchor block that a fence hides.
    pub fn hidden_anchor(&self, fence: &Fence) -> Option<Range> {
        self.lines_in(fence.body).find(|line| line.of(&self.text).starts_with("#### ANCHOR "))
    }
}

fn whole(text: &str, lines: &LineIndex, range: Range, closed: bool) -> Fence {
    let first = lines.line_of(range.start);
    let last = lines.line_of(range.end);
    let opening = lines.line_range(text, first);
    let words = opening.of(text);
    let mark = words.find(['`', '~']).unwrap_or(0);
    let info = words[mark..].trim_start_matches(['`', '~']).trim();
    let info_start =
        opening.start + words.len() - words[mark..].trim_start_matches(['`', '~']).trim_start().len();
    let body_start = lines.line_start(first + 1).min(range.end);
    let body_end = if closed && last > first { lines.line_start(last) } else { range.end };
    Fence {
        range,
        info: Range::new(info_start, info_start + info.len()),
        body: Range::new(body_start, body_end.max(body_start)),
        closed,
        broken: false,
    }
}

fn broken(text: &str, lines: &LineIndex, fences: &[Fence]) -> Vec<Fence> {
    let mut found = Vec::new();
    let mut from = 0;
    // Backticks are rare in prose lines, so looking for line starts is cheap: a broken fence is a line of its own.
    for at in memchr::memchr_iter(b'`', text.as_bytes()) {
        // Most backticks stand behind or before words; only the others are worth finding their line.
        if at < from || !may_open(text.as_bytes(), at) {
            continue;
        }
        let line = lines.line_of(at);
        let range = lines.line_range(text, line);
        if !is_broken_opening(range.of(text)) || inside(fences, at) {
            continue;
        }
        let Some(last) = closing(text, lines, line) else { continue };
        let end = lines.line_range(text, last).end;
        let info_start = at + 1;
        found.push(Fence {
            range: Range::new(range.start, end),
            info: Range::new(info_start, range.end),
            body: Range::new(lines.line_start(line + 1), lines.line_start(last)),
            closed: true,
            broken: true,
        });
        from = end;
    }
    found
}

/// Whether the bytes beside a backtick leave it possible that it opens a broken fence.
fn may_open(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    let behind = bytes.get(at + 1);
    !before.is_some_and(u8::is_ascii_graphic)
        && behind.is_some_and(|behind| {
            !behind.is_ascii() || behind.is_ascii_control() || behind.is_ascii_lowercase()
        })
}

fn is_broken_opening(line: &str) -> bool {
    let Some(rest) = line.trim().strip_prefix('`') else { return false };
    FRAGMENTS.contains(&rest.trim_start_matches(|byte: char| byte.is_control()))
}

/// The line of the lone backtick that ends a broken fence; a heading of two or more signs comes first where there is none.
fn closing(text: &str, lines: &LineIndex, opening: usize) -> Option<usize> {
    for line in opening + 1..lines.line_count() {
        let words = lines.line_range(text, line).of(text).trim();
        if words == "`" {
            return Some(line);
        }
        if words.starts_with("## ") || words.starts_with("### ") || words.starts_with("```") {
            return None;
        }
    }
    None
}

fn inside(fences: &[Fence], at: usize) -> bool {
    let next = fences.partition_point(|fence| fence.range.start <= at);
    next > 0 && fences[next - 1].range.end >= at
}
