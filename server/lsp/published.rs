//! What the client shows now, and hence what must be sent.

use std::collections::HashMap;
use std::sync::Arc;

use engine::diagnostics;
use lsp_types::{Diagnostic, Uri};

/// The last list of each open document.
#[derive(Debug, Default)]
pub struct Published {
    shown: HashMap<Uri, Last>,
}

#[derive(Debug)]
struct Last {
    version: i32,
    /// The engine's own list: while it is the same one, nothing needs to be converted.
    found: Arc<[diagnostics::Diagnostic]>,
    /// `None` while a client that pulls has not asked about this version.
    list: Option<Vec<Diagnostic>>,
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
    /// Whether the client shows this very list already.
    pub fn is_shown(&self, uri: &Uri, version: i32, found: &Arc<[diagnostics::Diagnostic]>) -> bool {
        self.shown.get(uri).is_some_and(|last| last.version == version && Arc::ptr_eq(&last.found, found))
    }

    pub fn show(
        &mut self,
        uri: &Uri,
        version: i32,
        found: Arc<[diagnostics::Diagnostic]>,
        list: &[Diagnostic],
    ) -> Shown {
        let shown = match self.shown.get(uri) {
            Some(last) if last.version == version && last.list.as_deref() == Some(list) => Shown::Same,
            Some(last) if last.version == version => Shown::NewFindings,
            _ => Shown::NewText,
        };
        self.shown.insert(uri.clone(), Last { version, found, list: Some(list.to_vec()) });
        shown
    }

    /// Whether a client that pulls will ask by itself: it does so for each text of its own making.
    pub fn will_ask(&mut self, uri: &Uri, version: i32) -> bool {
        match self.shown.get(uri) {
            Some(last) if last.version == version => last.list.is_none(),
            _ => {
                self.shown.insert(uri.clone(), Last { version, found: Arc::from([]), list: None });
                true
            }
        }
    }

    /// Remembers what the client was told because it asked: of anything newer it must hear, however early it asked.
    pub fn answered(
        &mut self,
        uri: &Uri,
        version: i32,
        found: Arc<[diagnostics::Diagnostic]>,
        list: &[Diagnostic],
    ) {
        self.shown.insert(uri.clone(), Last { version, found, list: Some(list.to_vec()) });
    }

    /// Whether the client still shows something for a document that has no list any more.
    pub fn forget(&mut self, uri: &Uri) -> bool {
        self.shown.remove(uri).is_some_and(|last| last.list.is_some_and(|list| !list.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_that_change_right_after_an_answer_are_news() {
        let uri: Uri = "file:///a.md".parse().expect("a URI");
        let list = vec![Diagnostic { message: "new".into(), ..Diagnostic::default() }];
        let mut published = Published::default();
        published.answered(&uri, 1, Arc::from([]), &[]);
        assert_eq!(published.show(&uri, 1, Arc::from([]), &list), Shown::NewFindings);
        published.answered(&uri, 1, Arc::from([]), &list);
        assert_eq!(published.show(&uri, 1, Arc::from([]), &list), Shown::Same);
        assert_eq!(published.show(&uri, 2, Arc::from([]), &list), Shown::NewText);
    }

    #[test]
    fn who_pulls_asks_about_each_version_once_and_is_told_of_news_from_then_on() {
        let uri: Uri = "file:///a.md".parse().expect("a URI");
        let mut published = Published::default();
        assert!(published.will_ask(&uri, 1));
        assert!(published.will_ask(&uri, 1));
        published.answered(&uri, 1, Arc::from([]), &[]);
        assert!(!published.will_ask(&uri, 1));
        assert!(published.will_ask(&uri, 2));
    }
}
