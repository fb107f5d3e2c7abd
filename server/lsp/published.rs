//! What the client shows now, and hence what must be sent.

use std::collections::HashMap;

use lsp_types::{Diagnostic, Uri};

/// The last list of each open document.
#[derive(Debug, Default)]
pub struct Published {
    shown: HashMap<Uri, (i32, Vec<Diagnostic>)>,
}

/// How a list differs from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Same,
    /// The text is another one, whatever the findings.
    NewText,
    /// The text is the same: something else in the workspace has changed.
    NewFindings,
}

impl Published {
    pub fn show(&mut self, uri: &Uri, version: i32, diagnostics: &[Diagnostic]) -> Shown {
        let shown = match self.shown.get(uri) {
            Some((known, list)) if *known == version && list == diagnostics => return Shown::Same,
            Some((known, _)) if *known == version => Shown::NewFindings,
            _ => Shown::NewText,
        };
        self.shown.insert(uri.clone(), (version, diagnostics.to_vec()));
        shown
    }

    /// Whether the client still shows something for a document that has no list any more.
    pub fn forget(&mut self, uri: &Uri) -> bool {
        self.shown.remove(uri).is_some_and(|(_, list)| !list.is_empty())
    }
}
