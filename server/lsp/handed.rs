//! Renames of files that the server itself has handed out: an editor that makes them may ask what else changes, and by then
//! everything is said.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use lsp_types::{DocumentChangeOperation, DocumentChanges, ResourceOp, Uri, WorkspaceEdit};

use super::convert::uri;

/// The renames of the last edit that had some.
#[derive(Default)]
pub struct Handed {
    last: Mutex<Vec<(Option<PathBuf>, Option<PathBuf>)>>,
}

impl Handed {
    pub fn note(&self, edit: &WorkspaceEdit) {
        let Some(DocumentChanges::Operations(operations)) = &edit.document_changes else { return };
        let renames = operations.iter().filter_map(|operation| match operation {
            DocumentChangeOperation::Op(ResourceOp::Rename(rename)) => {
                Some((uri::path(&rename.old_uri), uri::path(&rename.new_uri)))
            }
            _ => None,
        });
        let renames: Vec<_> = renames.collect();
        if !renames.is_empty() {
            *self.last.lock().unwrap_or_else(PoisonError::into_inner) = renames;
        }
    }

    /// Whether this rename was handed out; it is made once.
    pub fn take(&self, from: &Uri, to: &Uri) -> bool {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let pair = (uri::path(from), uri::path(to));
        let at = last.iter().position(|handed| *handed == pair);
        at.map(|at| last.remove(at)).is_some()
    }
}
