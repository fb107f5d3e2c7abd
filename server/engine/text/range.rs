//! A range of bytes in one version of one text, and the questions asked of it.

/// Half-open byte range. All positions in the engine are byte offsets into UTF-8 text;
/// lines and columns exist only at the edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range {
    pub start: usize,
    pub end: usize,
}

impl Range {
    /// A range from `start` to `end`; an `end` before `start` gives an empty range at `start`.
    pub fn new(start: usize, end: usize) -> Range {
        Range { start, end: end.max(start) }
    }

    pub fn empty(at: usize) -> Range {
        Range { start: at, end: at }
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, inner: Range) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the two share a byte, or one is empty and stands inside the other.
    pub fn intersects(self, other: Range) -> bool {
        if self.is_empty() || other.is_empty() {
            return self.start <= other.end && other.start <= self.end;
        }
        self.start < other.end && other.start < self.end
    }

    /// Whether the two share a byte or a border.
    pub fn touches(self, other: Range) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// The smallest range that holds both.
    pub fn cover(self, other: Range) -> Range {
        Range { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words of `text` in this range; empty where the range does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}
