//! All documents of one governance workspace, their facts merged, and what the world around them says.

pub mod age;
pub mod anchors;
pub mod git;
pub mod index;
pub mod lifecycle;
pub mod scopes;
pub mod surroundings;
pub mod work;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::config::Config;
use crate::document::Document;
use crate::document::kind::Kind;
use index::Index;
use surroundings::Surroundings;

/// One version of a workspace: cheap to clone, never changed once shared.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    pub config: Arc<Config>,
    documents: Arc<BTreeMap<Arc<str>, Arc<Document>>>,
    index: Arc<Index>,
    pub surroundings: Arc<Surroundings>,
    resolved: Arc<anchors::Resolved>,
    /// Found when somebody asks: see [`Workspace::open_in`].
    open_scopes: Arc<OnceLock<scopes::Scopes>>,
}

impl Workspace {
    pub fn new(config: Arc<Config>) -> Workspace {
        Workspace { config, ..Workspace::default() }
    }

    pub fn document(&self, path: &str) -> Option<&Arc<Document>> {
        self.documents.get(path)
    }

    /// Every document, by path.
    pub fn documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.documents.values()
    }

    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The one document of a kind of which there is one: board, audit, registry, pointer, gates.
    pub fn only(&self, kind: Kind) -> Option<&Arc<Document>> {
        let layout = &self.config.layout;
        let path = match kind {
            Kind::Board => &layout.task_board,
            Kind::Audit => &layout.signature_audit,
            Kind::Registry => &layout.registry,
            Kind::SpecPointer => &layout.spec_pointer,
            Kind::Gates => &layout.gates,
            _ => return None,
        };
        self.document(path)
    }

    /// The master spec that the pointer names, where it is in the workspace.
    pub fn current_spec(&self) -> Option<&Arc<Document>> {
        self.document(self.index.named_spec.as_deref()?)
    }

    /// The packet of this id, by file name.
    pub fn packet(&self, id: &str) -> Option<&Arc<Document>> {
        self.named(&self.config.layout.packets, id)
    }

    pub fn stub(&self, id: &str) -> Option<&Arc<Document>> {
        self.named(&self.config.layout.stubs, id)
    }

    pub fn refinement(&self, id: &str) -> Option<&Arc<Document>> {
        self.named(&self.config.layout.refinements, id)
    }

    /// Asked several times for every path of a packet, so the name is put together without `format!`.
    fn named(&self, folder: &str, id: &str) -> Option<&Arc<Document>> {
        self.document(&[folder, "/", id, ".md"].concat())
    }

    /// The packet that an id means: of itself, or else the active one of the base that it names (Part 5.7 [CX-580E]).
    pub fn meant<'a>(&'a self, id: &'a str) -> &'a str {
        let active = || self.index().registered(id).map(|row| row.active_id());
        let is_own = self.packet(id).is_some();
        if is_own { id } else { active().filter(|active| self.packet(active).is_some()).unwrap_or(id) }
    }

    /// The packets that say that they depend on one, in order.
    pub fn waiting_for<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a str> {
        let waits = |id: &str, packet: &Document| packet.facts().depends_on.iter().any(|wp| wp == id);
        let packets = self.documents().filter(|document| document.kind == Kind::Packet);
        packets.filter(move |packet| packet.stem() != id && waits(id, packet)).map(|packet| packet.stem())
    }

    /// Puts a document in, in place of an older version; says whether its facts differ from that version's.
    pub fn insert(&mut self, document: impl Into<Arc<Document>>) -> bool {
        let document = document.into();
        let old = Arc::make_mut(&mut self.documents).insert(document.path.clone(), document.clone());
        self.forget_answers(&document);
        if old.as_ref().is_some_and(|old| old.kind == document.kind && old.facts() == document.facts()) {
            return false;
        }
        let index = Arc::make_mut(&mut self.index);
        if let Some(old) = &old {
            index.remove(old);
        }
        index.add(&document);
        self.follow_scopes(old.as_deref(), Some(&document));
        true
    }

    /// Takes a document out; says whether it was there.
    pub fn remove(&mut self, path: &str) -> bool {
        let Some(old) = Arc::make_mut(&mut self.documents).remove(path) else { return false };
        self.forget_answers(&old);
        Arc::make_mut(&mut self.index).remove(&old);
        self.follow_scopes(Some(&old), None);
        true
    }
}
