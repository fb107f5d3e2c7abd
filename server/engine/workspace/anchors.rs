//! The spec anchors of a document, looked up in the current specification and in the one the document was written from.

use super::Workspace;
use crate::document::Document;
use crate::document::anchor::{self, Anchor};
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::document::spec::resolve::{self, Resolution, Spec, Specs};
use crate::text::grammar::spec_name::spec_version;

impl Workspace {
    /// Every part of the document's SPEC_ANCHOR fields with what it comes to; nothing where no specification is here.
    pub fn resolved_anchors(&self, document: &Document) -> Vec<(Anchor, Resolution)> {
        let Some(current) = self.current_spec() else { return Vec::new() };
        let prefix = &self.config.spec.file_prefix;
        let version = |name: &str| spec_version(name);
        let current_version = version(current.stem());
        let labels = [Label::SpecBaseline, Label::SpecTarget, Label::SpecTargetResolved];
        let baseline_name = labels.iter().find_map(|&label| document.filled(label));
        let baseline_name =
            baseline_name.and_then(|value| value.text.find(prefix.as_str()).map(|at| &value.text[at..]));
        let baseline_name = baseline_name.and_then(|rest| rest.split_whitespace().next()).unwrap_or("");
        let baseline_version = version(baseline_name);
        let baseline = self.document(baseline_name).filter(|document| document.path != current.path);
        let specs = Specs {
            current: Spec {
                index: current.spec_index(),
                text: &current.text,
                version: current_version.as_ref(),
            },
            baseline: baseline.map(|document| Spec {
                index: document.spec_index(),
                text: &document.text,
                version: baseline_version.as_ref(),
            }),
            baseline_version: baseline_version.as_ref(),
        };
        anchors(document)
            .into_iter()
            .map(|anchor| {
                let resolution = resolve::resolve(&anchor, &document.text, specs);
                (anchor, resolution)
            })
            .collect()
    }
}

/// The parts of every SPEC_ANCHOR field outside reports; placeholders are no anchors.
pub fn anchors(document: &Document) -> Vec<Anchor> {
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
