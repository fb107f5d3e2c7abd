//! The SPEC_ANCHOR fields of a document, cut into anchors.

use super::Document;
use super::anchor::{self, Anchor};
use super::contract::label::Label;
use super::placeholder;

impl Document {
    /// The parts of every SPEC_ANCHOR field outside reports, read once; placeholders are no anchors.
    pub fn spec_anchors(&self) -> &[Anchor] {
        self.spec_anchors.get_or_init(|| read(self))
    }
}

fn read(document: &Document) -> Vec<Anchor> {
    document
        .fields()
        .all(Label::SpecAnchor)
        .filter(|field| !field.in_report)
        .flat_map(|field| {
            let said = document.said(field);
            match placeholder::class_with_note(said.text) {
                Some(_) => Vec::new(),
                None => anchor::parse(said.text, said.range.start, &document.config.spec.file_prefix),
            }
        })
        .map(|anchor| without_bullet(anchor, &document.text))
        .collect()
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
