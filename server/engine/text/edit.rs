//! Replacements in one text; sorted and free of overlap by construction.

use super::range::Range;

/// One replacement: the bytes of `range` give way to `text`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    pub range: Range,
    pub text: String,
}

impl Edit {
    pub fn insert(at: usize, text: impl Into<String>) -> Edit {
        Edit { range: Range::empty(at), text: text.into() }
    }

    pub fn delete(range: Range) -> Edit {
        Edit { range, text: String::new() }
    }

    pub fn replace(range: Range, text: impl Into<String>) -> Edit {
        Edit { range, text: text.into() }
    }
}

/// Edits of one version of one text, all in its offsets, in ascending order, no two sharing a byte.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    sorted: Vec<Edit>,
}

impl Edits {
    /// Sorts the edits; `None` when two of them overlap. Insertions at one place keep their order
    /// and stand before a replacement that starts there.
    pub fn new(mut edits: Vec<Edit>) -> Option<Edits> {
        edits.sort_by_key(|edit| edit.range);
        let well_formed = edits.iter().all(|edit| edit.range.start <= edit.range.end);
        let apart = edits.windows(2).all(|pair| match pair {
            [left, right] => left.range.end <= right.range.start,
            _ => true,
        });
        (well_formed && apart).then_some(Edits { sorted: edits })
    }

    /// The edits of whole lines that make one text of another.
    pub fn between(old: &str, new: &str) -> Edits {
        Edits::of(&similar::TextDiff::from_lines(old, new))
    }

    /// The edits that make one text of another and leave every letter alone that both have, so that a cursor or a mark
    /// beside a change stays where it is.
    pub fn minimal(old: &str, new: &str) -> Edits {
        /// Letters are compared one by one in pieces of this size; in longer ones only the ends are.
        const MOST: usize = 2000;
        let mut sorted = Vec::new();
        for edit in Edits::between(old, new) {
            let before = edit.range.of(old);
            let lines = |text: &str| text.split_inclusive('\n').map(str::to_string).collect::<Vec<_>>();
            let (olds, news) = (lines(before), lines(&edit.text));
            let is_paired = olds.len() == news.len();
            let pairs = if is_paired {
                olds.into_iter().zip(news).collect()
            } else {
                vec![(before.to_string(), edit.text)]
            };
            let mut start = edit.range.start;
            for (old, new) in pairs {
                let inner = match old.len() + new.len() {
                    ..=MOST => Edits::of(&similar::TextDiff::from_chars(&*old, &*new)),
                    _ => Edits { sorted: vec![trimmed(&old, &new)] },
                };
                sorted.extend(inner.into_iter().map(|Edit { range, text }| {
                    Edit::replace(Range::new(start + range.start, start + range.end), text)
                }));
                start += old.len();
            }
        }
        Edits { sorted }
    }

    fn of<'a>(diff: &similar::TextDiff<'a, 'a, 'a, str>) -> Edits {
        let (mut sorted, mut open, mut at) = (Vec::new(), None, 0);
        for change in diff.iter_all_changes() {
            let words = change.value();
            let edit = || Edit::insert(at, "");
            match change.tag() {
                similar::ChangeTag::Equal => {
                    sorted.extend(open.take());
                    at += words.len();
                }
                similar::ChangeTag::Delete => {
                    open.get_or_insert_with(edit).range.end += words.len();
                    at += words.len();
                }
                similar::ChangeTag::Insert => open.get_or_insert_with(edit).text.push_str(words),
            }
        }
        sorted.extend(open);
        Edits { sorted }
    }

    pub fn as_slice(&self) -> &[Edit] {
        &self.sorted
    }

    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// The text after all edits; `None` when an edit reaches beyond the text or cuts a character.
    pub fn apply(&self, text: &str) -> Option<String> {
        let inserted: usize = self.sorted.iter().map(|edit| edit.text.len()).sum();
        let mut result = String::with_capacity(text.len() + inserted);
        let mut done = 0;
        for edit in &self.sorted {
            result.push_str(text.get(done..edit.range.start)?);
            // The deleted part is looked at too: its end may lie inside a character.
            text.get(edit.range.start..edit.range.end)?;
            result.push_str(&edit.text);
            done = edit.range.end;
        }
        result.push_str(text.get(done..)?);
        Some(result)
    }
}

/// One edit from the first letter that differs to the last.
fn trimmed(old: &str, new: &str) -> Edit {
    let mut start = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    while !old.is_char_boundary(start) || !new.is_char_boundary(start) {
        start -= 1;
    }
    let rest = old.len().min(new.len()) - start;
    let mut end = old.bytes().rev().zip(new.bytes().rev()).take(rest).take_while(|(a, b)| a == b).count();
    while !old.is_char_boundary(old.len() - end) || !new.is_char_boundary(new.len() - end) {
        end -= 1;
    }
    Edit::replace(Range::new(start, old.len() - end), &new[start..new.len() - end])
}

impl IntoIterator for Edits {
    type Item = Edit;
    type IntoIter = std::vec::IntoIter<Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.sorted.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, Edits};
    use crate::text::range::Range;
    use proptest::prelude::*;

    fn applied(text: &str, edits: Vec<Edit>) -> Option<String> {
        Edits::new(edits)?.apply(text)
    }

    #[test]
    fn order_of_the_list_does_not_matter() {
        let edits = vec![Edit::delete(Range::new(4, 5)), Edit::replace(Range::new(0, 1), "A")];
        assert_eq!(applied("abcde", edits).as_deref(), Some("Abcd"));
    }

    #[test]
    fn insertions_at_one_place_keep_their_order() {
        let edits = vec![
            Edit::replace(Range::new(1, 2), "B"),
            Edit::insert(1, "1"),
            Edit::insert(1, "2"),
            Edit::insert(2, "3"),
        ];
        assert_eq!(applied("abc", edits).as_deref(), Some("a12B3c"));
    }

    #[test]
    fn overlap_is_refused() {
        assert!(Edits::new(vec![Edit::delete(Range::new(0, 3)), Edit::insert(1, "x")]).is_none());
        assert!(Edits::new(vec![Edit::delete(Range::new(0, 3)), Edit::delete(Range::new(2, 4))]).is_none());
        assert!(Edits::new(vec![Edit::delete(Range::new(0, 3)), Edit::delete(Range::new(0, 3))]).is_none());
        assert!(Edits::new(vec![Edit::delete(Range { start: 3, end: 1 })]).is_none());
    }

    #[test]
    fn edits_that_do_not_fit_the_text_give_nothing() {
        assert_eq!(applied("abc", vec![Edit::insert(4, "x")]), None);
        assert_eq!(applied("abc", vec![Edit::delete(Range::new(2, 9))]), None);
        assert_eq!(applied("\u{e9}", vec![Edit::insert(1, "x")]), None);
        assert_eq!(applied("\u{e9}b", vec![Edit::delete(Range::new(0, 1))]), None);
    }

    #[test]
    fn letters_between_two_changes_are_left_alone() {
        let old = "a \u{2014} b\nsame\nRISK: low, Status: ready\n";
        let new = "a - b\nsame\nRISK: LOW, Status: Ready\n";
        let words = |edit: &Edit| (edit.range.of(old).to_string(), edit.text.clone());
        let edits: Vec<_> = Edits::minimal(old, new).as_slice().iter().map(words).collect();
        let wanted = [("\u{2014}", "-"), ("low", "LOW"), ("r", "R")];
        assert_eq!(edits, wanted.map(|(old, new)| (old.to_string(), new.to_string())));
    }

    #[test]
    fn no_edits_leave_the_text_as_it_is() {
        assert_eq!(applied("abc", Vec::new()).as_deref(), Some("abc"));
    }

    proptest! {
        #[test]
        fn edits_between_two_texts_make_one_of_the_other(old in "[ab\r\n]{0,12}", new in "[ab\r\n]{0,12}") {
            let edits = Edits::between(&old, &new);
            prop_assert_eq!(edits.apply(&old), Some(new));
            prop_assert_eq!(Edits::new(edits.as_slice().to_vec()), Some(edits));
        }

        #[test]
        fn the_smallest_edits_make_the_same(old in "[ab\u{e9}\r\n]{0,12}", new in "[ab\u{e9}\r\n]{0,12}") {
            let edits = Edits::minimal(&old, &new);
            prop_assert_eq!(edits.apply(&old), Some(new));
            prop_assert_eq!(Edits::new(edits.as_slice().to_vec()), Some(edits));
        }

        #[test]
        fn what_is_too_long_to_compare_loses_its_ends(old in "[ab\u{e9}\u{e8}]{0,9}", new in "[ab\u{e9}\u{e8}]{0,9}") {
            let edit = super::trimmed(&old, &new);
            prop_assert_eq!(applied(&old, vec![edit]), Some(new));
        }

        /// One at a time from the back is the plainest way to apply edits, and must give the same.
        #[test]
        fn all_at_once_is_the_same_as_one_by_one(
            text in "[ab\u{e9}\u{1f600}\r\n]{0,12}",
            raw in proptest::collection::vec((0usize..30, 0usize..6, "[xy\u{e9}]{0,3}"), 0..5),
        ) {
            let edits = raw.into_iter().map(|(start, len, new)| Edit::replace(Range::new(start, start + len), new));
            let Some(edits) = Edits::new(edits.collect()) else { return Ok(()) };
            let mut model = Some(text.clone());
            for edit in edits.as_slice().iter().rev() {
                model = model.filter(|model| model.get(edit.range.start..edit.range.end).is_some());
                if let Some(model) = &mut model {
                    model.replace_range(edit.range.start..edit.range.end, &edit.text);
                }
            }
            prop_assert_eq!(edits.apply(&text), model);
        }
    }
}
