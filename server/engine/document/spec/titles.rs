//! Sections by their titles: those with the same one, and those that share words with a text. Looking through all of them
//! at every keystroke would cost more than everything else.

use std::cmp::Reverse;
use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHasher};

use super::{Heading, title};

/// Places in the list of headings, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Titles {
    /// By the letters of a title, and by those of its core.
    same: FxHashMap<u64, Vec<u32>>,
    by_word: FxHashMap<u64, Vec<u32>>,
}

impl Titles {
    /// Of the sections; what is embedded or quoted has no title of its own.
    pub fn of(headings: &[Heading], text: &str) -> Titles {
        let mut titles = Titles::default();
        for (at, heading) in (0_u32..).zip(headings).filter(|(_, heading)| heading.canonical) {
            let written = heading.title(text);
            for key in keys(written) {
                titles.same.entry(key).or_default().push(at);
            }
            for word in words(written) {
                titles.by_word.entry(word).or_default().push(at);
            }
        }
        titles
    }

    /// The places whose title is the written one (see [`title::is_same`]); what only hashes alike must be told apart.
    pub fn like(&self, written: &str) -> Vec<u32> {
        let known = keys(written).into_iter().filter_map(|key| self.same.get(&key));
        let mut found: Vec<u32> = known.flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The places whose titles share words with the texts, those that share most first.
    pub fn about(&self, texts: &[&str]) -> Vec<u32> {
        let mut wanted: Vec<u64> = texts.iter().flat_map(|text| words(text)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut shared: FxHashMap<u32, u32> = FxHashMap::default();
        for at in wanted.iter().filter_map(|word| self.by_word.get(word)).flatten() {
            *shared.entry(*at).or_default() += 1;
        }
        let mut found: Vec<(Reverse<u32>, u32)> =
            shared.into_iter().map(|(at, count)| (Reverse(count), at)).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, at)| at).collect()
    }
}

/// Of the letters of a title and of its core: same titles have one in common.
fn keys(written: &str) -> [u64; 2] {
    [written, title::core(written)].map(|part| {
        let mut hasher = FxHasher::default();
        title::letters(part).for_each(|letter| letter.hash(&mut hasher));
        hasher.finish()
    })
}

/// Words that carry a meaning, whatever their case.
fn words(text: &str) -> impl Iterator<Item = u64> {
    title::words(text).filter(|word| word.len() > 3).map(|word| {
        let mut hasher = FxHasher::default();
        word.bytes().for_each(|byte| byte.to_ascii_lowercase().hash(&mut hasher));
        hasher.finish()
    })
}

#[cfg(test)]
mod tests {
    use crate::document::spec::{SpecIndex, SpecRegions, title};

    const TEXT: &str = "\
# 2. Store
## 2.1 Storage API Pattern (Normative) [ADD v1.2]
## 2.2 Storage Pattern
## 2.3 storage api pattern
## 2.4 (HARD)
## 2.5 Batches of the Storage API
";

    #[test]
    fn the_same_titles_are_found_that_comparing_all_would_find() {
        let index = SpecIndex::scan(TEXT, &SpecRegions::default());
        for written in
            ["Storage API Pattern", "`STORAGE api pattern` (x)", "(HARD)", "Batches", "", "Storage Pattern"]
        {
            let all = index.sections().filter(|heading| title::is_same(written, heading.title(TEXT)));
            let all: Vec<_> = all.copied().collect();
            assert_eq!(index.headings_by_title(TEXT, written), all, "{written}");
        }
    }

    #[test]
    fn the_title_that_shares_most_words_comes_first() {
        let index = SpecIndex::scan(TEXT, &SpecRegions::default());
        let about = index.headings_about(TEXT, &["WP-1-Storage-Batches", "Write batches"]);
        let numbers: Vec<_> = about.iter().map(|heading| heading.number.to_string()).collect();
        assert_eq!(numbers, ["2.5", "2.1", "2.2", "2.3"]);
    }
}
