//! The SPEC_ANCHOR fields of a document, cut into anchors.

use super::Document;
use super::anchor::{self, Anchor};
use super::contract::label::Label;
use super::placeholder;
use crate::text::range::Range;

impl Document {
    /// The anchors that a stub thinks of (Part 2.5 [CX-585C]); nobody is measured by them yet.
    pub fn anchor_candidates(&self) -> Vec<Anchor> {
        read(self, Label::AnchorCandidates)
    }

    /// The parts of every SPEC_ANCHOR field outside reports, read once; placeholders are no anchors.
    pub fn spec_anchors(&self) -> &[Anchor] {
        self.spec_anchors.get_or_init(|| read(self, Label::SpecAnchor))
    }
}

fn read(document: &Document, label: Label) -> Vec<Anchor> {
    document
        .fields()
        .all(label)
        .filter(|field| !field.in_report)
        .flat_map(|field| {
            let said = document.said(field);
            match placeholder::class_with_note(said.text) {
                Some(_) => Vec::new(),
                None => {
                    let range = with_ticks(said.range, &document.text);
                    anchor::parse(range.of(&document.text), range.start, &document.config.spec.file_prefix)
                }
            }
        })
        .map(|anchor| without_bullet(anchor, &document.text))
        .collect()
}

/// A title is told from mere words by its backticks, so they stay where they stand around the whole value.
fn with_ticks(range: Range, text: &str) -> Range {
    let before = text.get(..range.start).is_some_and(|before| before.ends_with('`'));
    let behind = text.get(range.end..).is_some_and(|behind| behind.starts_with('`'));
    let is_one = before && behind && !range.of(text).contains('`');
    if is_one { Range::new(range.start - 1, range.end + 1) } else { range }
}

/// A finding points at the anchor's words, not at the bullet before them.
fn without_bullet(mut anchor: Anchor, text: &str) -> Anchor {
    let words = anchor.range.of(text);
    let bare = words.trim_start_matches(['-', '*', '+']).trim_start();
    if bare.len() < words.len() && !bare.is_empty() {
        anchor.range.start += words.len() - bare.len();
    }
    anchor
}
