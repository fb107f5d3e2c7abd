//! A change over several files, made from one version of the workspace: an editor applies it as one edit, the command
//! line writes it as one. And the reason, where there can be none.

use std::fmt;
use std::sync::Arc;

use crate::document::Document;
use crate::document::kind::Kind;
use crate::text::edit::{Edit, Edits};
use crate::workspace::Workspace;

/// What happens to the files, with a reason for each; no file occurs twice.
#[derive(Clone, Debug)]
pub struct SourceChange {
    /// An imperative.
    pub title: String,
    pub files: Vec<FileChange>,
    /// Files that lie elsewhere afterwards; their edits are made before.
    pub moves: Vec<Move>,
}

/// A file that gets another path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub from: Arc<str>,
    pub to: Arc<str>,
    pub why: String,
}

/// What happens to one file.
#[derive(Clone, Debug)]
pub struct FileChange {
    /// Relative to the workspace root, with `/`.
    pub path: Arc<str>,
    /// For the person who looks the change over.
    pub why: String,
    pub what: What,
}

#[derive(Clone, Debug)]
pub enum What {
    /// A file that is not there yet, with its whole text.
    Create(String),
    /// Edits of this very version.
    Edit { document: Arc<Document>, edits: Edits },
}

impl FileChange {
    /// The text as it was, where there was a file, and as it will be.
    pub fn texts(&self) -> (Option<&Arc<str>>, String) {
        match &self.what {
            What::Create(text) => (None, text.clone()),
            What::Edit { document, edits } => {
                // Edits of another text than their own are no edits.
                let after = edits.apply(&document.text).unwrap_or_else(|| document.text.to_string());
                (Some(&document.text), after)
            }
        }
    }
}

impl SourceChange {
    pub fn new(title: impl Into<String>) -> SourceChange {
        SourceChange { title: title.into(), files: Vec::new(), moves: Vec::new() }
    }

    pub fn create(&mut self, path: &str, why: impl Into<String>, text: String) {
        self.files.push(FileChange { path: path.into(), why: why.into(), what: What::Create(text) });
    }

    /// Adds edits of one document; none are no change. Edits that overlap are refused as a whole.
    pub fn edit(
        &mut self,
        document: &Arc<Document>,
        why: impl Into<String>,
        edits: Vec<Edit>,
    ) -> Result<(), Refusal> {
        if edits.is_empty() {
            return Ok(());
        }
        let is_new = self.files.iter().all(|known| known.path != document.path);
        let edits = Edits::new(edits).filter(|_| is_new).ok_or_else(|| overlap(&document.path))?;
        let what = What::Edit { document: document.clone(), edits };
        self.files.push(FileChange { path: document.path.clone(), why: why.into(), what });
        Ok(())
    }

    /// Edits a file as the change has left it so far, so that one step can build on another.
    pub fn amend(
        &mut self,
        document: &Arc<Document>,
        why: &str,
        edits: impl FnOnce(&Document) -> Vec<Edit>,
    ) -> Result<(), Refusal> {
        let Some(known) = self.files.iter_mut().find(|known| known.path == document.path) else {
            return self.edit(document, why, edits(document));
        };
        let now =
            Document::new(document.path.clone(), document.kind, known.texts().1, document.config.clone());
        let text = Edits::new(edits(&now)).and_then(|edits| edits.apply(&now.text));
        let text = text.ok_or_else(|| overlap(&document.path))?;
        if !known.why.contains(why) {
            known.why = format!("{}; {why}", known.why);
        }
        match &mut known.what {
            What::Create(known) => *known = text,
            What::Edit { document, edits } => *edits = Edits::between(&document.text, &text),
        }
        Ok(())
    }

    pub fn rename(&mut self, from: &str, to: &str, why: impl Into<String>) {
        self.moves.push(Move { from: from.into(), to: to.into(), why: why.into() });
    }

    /// The files as they are written one after the other: new ones last. Where that is cut short, rules tell of what is
    /// announced and not there yet, and the same command does the rest.
    pub fn in_order(&self) -> impl Iterator<Item = &FileChange> {
        let is_new = |file: &&FileChange| matches!(file.what, What::Create(_));
        let known = self.files.iter().filter(move |file| !is_new(file));
        known.chain(self.files.iter().filter(is_new))
    }

    pub fn creates_files(&self) -> bool {
        self.files.iter().any(|file| matches!(file.what, What::Create(_)))
    }

    /// The workspace as it will be.
    pub fn applied(&self, workspace: &Workspace) -> Workspace {
        let mut after = workspace.clone();
        for file in &self.files {
            let (_, text) = file.texts();
            if let Some(kind) = Kind::of(&file.path, &text, &workspace.config) {
                after.insert(Document::new(file.path.clone(), kind, text, workspace.config.clone()));
            }
        }
        for Move { from, to, .. } in &self.moves {
            let Some(moved) = after.document(from).cloned() else { continue };
            after.remove(from);
            if let Some(kind) = Kind::of(to, &moved.text, &workspace.config) {
                after.insert(Document::new(to.clone(), kind, moved.text.clone(), workspace.config.clone()));
            }
        }
        after
    }
}

fn overlap(path: &str) -> Refusal {
    Refusal::new(format!("{path} would be edited twice in one place"), "edit it by hand")
}

/// A text with the line ends of a document.
pub(super) fn in_line_ends_of(document: &Document, text: String) -> String {
    if document.text.contains("\r\n") { text.replace('\n', "\r\n") } else { text }
}

/// Why something is not done, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub why: String,
    pub next: String,
}

impl Refusal {
    pub fn new(why: impl Into<String>, next: impl Into<String>) -> Refusal {
        Refusal { why: why.into(), next: next.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}; {}", self.why, self.next)
    }
}

#[cfg(test)]
pub(super) mod testing;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::text::range::Range;

    #[test]
    fn edits_that_overlap_are_refused_and_nothing_is_changed() {
        let config = Arc::new(Config::default());
        let path = ".GOV/task_packets/WP-1-One.md";
        let document = Arc::new(Document::new(path, Kind::Packet, "abc", config));
        let mut change = SourceChange::new("Change it");
        let edits = vec![Edit::delete(Range::new(0, 2)), Edit::delete(Range::new(1, 3))];
        let refused = change.edit(&document, "twice", edits).expect_err("they overlap");
        assert!(refused.why.contains(path), "{refused}");
        assert!(change.files.is_empty());
    }

    #[test]
    fn the_workspace_afterwards_knows_the_new_file() {
        let workspace = Workspace::new(Arc::new(Config::default()));
        let mut change = SourceChange::new("Make it");
        change.create(".GOV/task_packets/WP-1-One.md", "new", "- WP_ID: WP-1-One\n".into());
        assert!(change.applied(&workspace).packet("WP-1-One").is_some());
        assert!(workspace.packet("WP-1-One").is_none(), "the old version stays as it is");
    }
}
