//! An open document: its text and tree, and its findings with what they were computed from.

use std::sync::Arc;

use super::Publication;
use crate::diagnostics::{self, Diagnostic, Scope};
use crate::document::Document;
use crate::ide::actions::Missing;
use crate::syntax::open::OpenSyntax;
use crate::text::buffer::{self, Buffer};
use crate::workspace::Workspace;

/// A document that an editor has open.
pub(super) struct Open {
    pub(super) buffer: Buffer,
    /// `None` until somebody types or there is time: a first reading is much cheaper without a tree.
    pub(super) syntax: Option<OpenSyntax>,
    pub(super) edits: Vec<buffer::Applied>,
    /// Changes come with ranges. A client that sends whole texts has no use for a tree.
    pub(super) by_parts: bool,
    pub(super) version: i32,
    pub(super) dirty: bool,
    /// What the edits begin from.
    pub(super) document: Option<Arc<Document>>,
    pub(super) shown: Option<Shown>,
}

/// The findings of one document, and what they were computed from.
pub(super) struct Shown {
    pub(super) document: Arc<Document>,
    pub(super) revision: u64,
    pub(super) diagnostics: Arc<[Diagnostic]>,
    pub(super) missing: Arc<Missing>,
}

impl Shown {
    /// Whether they are still those of this document.
    pub(super) fn is_of(&self, document: &Arc<Document>, revision: u64) -> bool {
        self.revision == revision && Arc::ptr_eq(document, &self.document)
    }

    pub(super) fn speaks_of(&self, path: &str) -> bool {
        self.diagnostics.iter().flat_map(|found| &found.related).any(|related| *related.path == *path)
    }
}

impl Open {
    pub(super) fn new(text: &str, version: i32) -> Open {
        Open {
            buffer: Buffer::new(text),
            syntax: None,
            edits: Vec::new(),
            by_parts: true,
            version,
            dirty: true,
            document: None,
            shown: None,
        }
    }

    /// Computes nothing again that is known.
    pub(super) fn publication(&mut self, path: &str, workspace: &Workspace, revision: u64) -> Publication {
        let document = workspace.document(path).cloned();
        let diagnostics = match (&document, &self.shown) {
            (None, _) => Arc::from([]),
            (Some(document), Some(shown)) if shown.is_of(document, revision) => shown.diagnostics.clone(),
            (Some(document), _) => {
                let found = diagnostics::diagnostics(document, workspace, Scope::Active);
                let diagnostics: Arc<[Diagnostic]> = found.into();
                self.shown = Some(Shown {
                    document: document.clone(),
                    revision,
                    diagnostics: diagnostics.clone(),
                    missing: Arc::default(),
                });
                diagnostics
            }
        };
        Publication { path: path.into(), version: self.version, document, diagnostics }
    }
}

impl std::fmt::Debug for Open {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Open {{ version: {}, dirty: {} }}", self.version, self.dirty)
    }
}

/// The blocks of a document, to be kept edit by edit.
pub(super) fn without_tree(document: &Document) -> OpenSyntax {
    OpenSyntax::without_tree(document.blocks().clone(), document.text.len())
}
