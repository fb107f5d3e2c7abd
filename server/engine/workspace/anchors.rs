//! The spec anchors of a document, looked up in the current specification and in the one the document was written from.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::Workspace;
use crate::config::Config;
use crate::document::Document;
use crate::document::anchor::Anchor;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::spec::resolve::{self, Resolution, Spec, Specs};
use crate::text::grammar::spec_name::{SpecVersion, spec_version};

impl Workspace {
    /// What one anchor of the document comes to; nothing where no specification is here.
    pub fn resolve(&self, document: &Document, anchor: &Anchor) -> Option<Resolution> {
        let current = self.current_spec()?;
        let (baseline, version) = self.baseline(document, current);
        let resolved = |specs: Specs| resolve::resolve(anchor, &document.text, specs);
        Some(looked_up(current, baseline, version.as_ref(), resolved))
    }

    /// What an anchor comes to in the specification that it was written from, and that one, where it is here and is not
    /// the current one: the one that the anchor names, or else its document.
    pub fn resolve_before(
        &self,
        document: &Document,
        anchor: &Anchor,
    ) -> Option<(&Arc<Document>, Resolution)> {
        let current = self.current_spec()?;
        let named = anchor.spec_file.as_ref().and_then(|(range, _)| {
            let name = range.of(&document.text).trim_end_matches(".md");
            self.document(&format!("{name}.md"))
        });
        let old = named.or(self.baseline(document, current).0).filter(|old| old.path != current.path)?;
        let version = spec_version(old.stem());
        let old_spec = Spec { index: old.spec_index(), text: &old.text, version: version.as_ref() };
        let specs = Specs { current: old_spec, baseline: None, baseline_version: version.as_ref() };
        Some((old, resolve::resolve(anchor, &document.text, specs)))
    }

    /// The specification that a document was written from, where it is here and is not the current one, and its version.
    fn baseline(
        &self,
        document: &Document,
        current: &Arc<Document>,
    ) -> (Option<&Arc<Document>>, Option<SpecVersion>) {
        // A specification states none, and is long.
        if document.kind == Kind::Spec {
            return (None, None);
        }
        let labels = [Label::SpecBaseline, Label::SpecTarget, Label::SpecTargetResolved];
        let named = labels.iter().find_map(|&label| document.filled(label));
        let prefix = self.config.spec.file_prefix.as_str();
        let named = named.and_then(|value| value.text.find(prefix).and_then(|at| value.text.get(at..)));
        let name = named.and_then(|rest| rest.split_whitespace().next()).unwrap_or("");
        (self.document(name).filter(|document| document.path != current.path), spec_version(name))
    }

    /// Every part of the document's SPEC_ANCHOR fields with what it comes to; nothing where no specification is here.
    pub fn resolved_anchors(&self, document: &Document) -> Answer {
        let Some(current) = self.current_spec() else { return Arc::default() };
        let (baseline, version) = self.baseline(document, current);
        let asked = Asked {
            kind: document.kind,
            text: document.text.clone(),
            config: [self.config.clone(), document.config.clone()],
            specs: [Some(current.clone()), baseline.cloned()],
        };
        // A poisoned lock holds an answer as whole as any: it is put there in one step.
        let known = || self.resolved.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, answer)) = known().get(&document.path).filter(|(known, _)| known.is(&asked)) {
            return answer.clone();
        }
        let answer: Answer = looked_up(current, baseline, version.as_ref(), |specs| {
            let resolved =
                |anchor: &Anchor| (anchor.clone(), resolve::resolve(anchor, &document.text, specs));
            document.spec_anchors().iter().map(resolved).collect()
        });
        known().insert(document.path.clone(), (asked, answer.clone()));
        answer
    }

    /// Lets go of what was answered by a document that is another one now.
    pub(super) fn forget_answers(&mut self, of: &Document) {
        if of.kind == Kind::Spec {
            self.resolved = Arc::default();
        } else {
            self.resolved.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&of.path);
        }
    }
}

/// Asks with both versions at hand.
fn looked_up<T>(
    current: &Document,
    baseline: Option<&Arc<Document>>,
    baseline_version: Option<&SpecVersion>,
    ask: impl FnOnce(Specs) -> T,
) -> T {
    let version = spec_version(current.stem());
    ask(Specs {
        current: Spec { index: current.spec_index(), text: &current.text, version: version.as_ref() },
        baseline: baseline.map(|document| Spec {
            index: document.spec_index(),
            text: &document.text,
            version: baseline_version,
        }),
        baseline_version,
    })
}

/// The last answer about each document, for the rules that ask one after the other, and for what asks about all of
/// them. A document that is gone, or another specification, leaves nothing behind: see [`Workspace::forget_answers`].
#[derive(Debug, Default)]
pub(super) struct Resolved(Mutex<FxHashMap<Arc<str>, (Asked, Answer)>>);

type Answer = Arc<[(Anchor, Resolution)]>;

/// All that an answer depends on; held, so that nothing else can come to lie where it lay.
#[derive(Debug)]
struct Asked {
    kind: Kind,
    text: Arc<str>,
    config: [Arc<Config>; 2],
    specs: [Option<Arc<Document>>; 2],
}

impl Asked {
    /// Whether the two are the very same, not only equal: comparing texts would cost more than it spares.
    fn is(&self, other: &Asked) -> bool {
        let same = |(one, other): (&Option<Arc<Document>>, &Option<Arc<Document>>)| match (one, other) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        self.kind == other.kind
            && Arc::ptr_eq(&self.text, &other.text)
            && self.config.iter().zip(&other.config).all(|(one, other)| Arc::ptr_eq(one, other))
            && self.specs.iter().zip(&other.specs).all(same)
    }
}
