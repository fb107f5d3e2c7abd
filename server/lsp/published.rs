//! What the client shows now, and hence what must be sent.

use std::collections::HashMap;

use lsp_types::{Diagnostic, Uri};

/// The last list sent for each document.
#[derive(Debug, Default)]
pub struct Published {
    shown: HashMap<Uri, (i32, Vec<Diagnostic>)>,
}

impl Published {
    /// Whether this list must be sent: the text or the findings are new.
    pub fn show(&mut self, uri: &Uri, version: i32, diagnostics: &[Diagnostic]) -> bool {
        let same = self.shown.get(uri).is_some_and(|(known, list)| *known == version && list == diagnostics);
        if !same {
            self.shown.insert(uri.clone(), (version, diagnostics.to_vec()));
        }
        !same
    }

    /// Whether the client still shows something for a document that was closed.
    pub fn forget(&mut self, uri: &Uri) -> bool {
        self.shown.remove(uri).is_some_and(|(_, list)| !list.is_empty())
    }
}
