//! Colours come from one place, whatever editor shows them.

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("it is there")
}

const QUERIES: &str = "queries/markdown_inline/highlights.scm";

/// A plugin manager takes the plugin's folder alone, so it holds a copy: `cp -r grammars/queries editors/neovim`.
#[test]
fn neovim_has_the_queries_of_the_grammars() {
    assert_eq!(read(&format!("editors/neovim/{QUERIES}")), read(&format!("grammars/{QUERIES}")));
}

/// Both clients are tested with the same samples, so a word with a sample has its colour in both.
#[test]
fn every_word_of_the_queries_has_a_sample() {
    let (queries, samples) = (read(&format!("grammars/{QUERIES}")), read("grammars/tests/words.md"));
    let words: Vec<&str> = queries
        .lines()
        .filter(|line| !line.contains("lua-match"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .collect();
    assert!(words.len() > 30, "{words:?}");
    let lacking: Vec<_> = words.into_iter().filter(|word| !samples.contains(word)).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}
