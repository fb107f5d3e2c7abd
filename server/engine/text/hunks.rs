//! What changed between two versions of a text, by lines; the only user of similar in the engine.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// One place that changed, in both versions; lines are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hunk {
    pub old: Lines,
    pub new: Lines,
    /// How many lines up the same change could be told as well, because its last lines repeat those before it.
    pub up: u32,
    /// How many lines down.
    pub down: u32,
}

/// Some lines in a row; none where only the other version has any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    pub first: u32,
    pub count: u32,
}

impl Hunk {
    /// Whether the change lies within a window of lines, both included: in both versions, at one of its places.
    pub fn lies_within(&self, first: u32, last: u32) -> bool {
        let fits = |lines: Lines, by: i64| {
            let start = i64::from(lines.first) + by;
            let end = start + i64::from(lines.count) - 1;
            lines.count == 0 || (i64::from(first) <= start && end <= i64::from(last))
        };
        (-i64::from(self.up)..=i64::from(self.down)).any(|by| fits(self.old, by) && fits(self.new, by))
    }
}

/// Every place that changed, in order. Line ends do not matter.
pub fn hunks(old: &str, new: &str) -> Vec<Hunk> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let operations = capture_diff_slices(Algorithm::Myers, &old, &new);
    let changes = operations.into_iter().filter(|operation| !matches!(operation, DiffOp::Equal { .. }));
    changes
        .map(|change| {
            let (from, to) = (change.old_range(), change.new_range());
            // Only what was inserted or removed alone can be told at another place.
            let (up, down) = match (from.is_empty(), to.is_empty()) {
                (true, false) => slack(&new, to.start, to.end),
                (false, true) => slack(&old, from.start, from.end),
                _ => (0, 0),
            };
            let lines = |range: std::ops::Range<usize>| Lines {
                first: range.start as u32 + 1,
                count: range.len() as u32,
            };
            Hunk { old: lines(from), new: lines(to), up, down }
        })
        .collect()
}

/// How far some lines can be moved up and down among the others without the text changing.
fn slack(lines: &[&str], start: usize, end: usize) -> (u32, u32) {
    let is_same = |one: Option<usize>, other: Option<usize>| matches!((one.and_then(|at| lines.get(at)), other.and_then(|at| lines.get(at))), (Some(one), Some(other)) if one == other);
    let up = (1..=start).take_while(|by| is_same(start.checked_sub(*by), end.checked_sub(*by))).count();
    let down = (0..lines.len() - end).take_while(|by| is_same(Some(start + by), Some(end + by))).count();
    (up as u32, down as u32)
}

#[cfg(test)]
mod tests {
    use super::hunks;

    fn places(old: &str, new: &str) -> Vec<(u32, u32, u32, u32)> {
        let read = |hunk: &super::Hunk| (hunk.old.first, hunk.old.count, hunk.new.first, hunk.new.count);
        hunks(old, new).iter().map(read).collect()
    }

    #[test]
    fn lines_are_counted_from_one_and_ends_do_not_matter() {
        assert_eq!(places("a\nb\nc\n", "a\nx\nc\n"), [(2, 1, 2, 1)]);
        assert_eq!(places("a\r\nb\r\n", "a\nb\n"), []);
        assert_eq!(places("", "a\nb\n"), [(1, 0, 1, 2)]);
        assert_eq!(places("a\nb\n", ""), [(1, 2, 1, 0)]);
    }

    #[test]
    fn repeated_lines_may_be_told_at_several_places() {
        let found = hunks("a\n}\nb\n", "a\n}\n}\nb\n");
        assert_eq!(found.len(), 1);
        assert!(found[0].lies_within(2, 2) && found[0].lies_within(3, 3));
        assert!(!found[0].lies_within(4, 4) && !found[0].lies_within(1, 1));
    }
}
