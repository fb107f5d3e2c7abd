//! The owner of a workspace and its readers: apply changes, ask anything.

mod open;
pub mod parsed;
pub mod wanted;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::fixing::{self, Fixed};
use crate::diagnostics::{self, Diagnostic, Scope};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::ide::actions::Missing;
use crate::text::buffer;
use crate::text::line_index::Encoding;
use crate::workspace::Workspace;
use crate::workspace::git::Git;
use crate::workspace::surroundings::Surroundings;
use open::Open;
use parsed::{Parsed, Read, Reader};

/// One thing that happened. Paths are relative to the workspace root, with `/`.
#[derive(Debug)]
pub enum Change {
    Opened {
        path: String,
        text: String,
        version: i32,
    },
    Edited {
        path: String,
        changes: Vec<buffer::Change>,
        encoding: Encoding,
        version: i32,
    },
    Closed {
        path: String,
    },
    OnDisk {
        path: String,
        text: Arc<str>,
    },
    /// A file, or a folder with all that was in it.
    Deleted {
        path: String,
    },
    Config(Box<Config>),
    /// The clock and the paths; what git said last goes on.
    Surroundings(Surroundings),
    Git(Option<Arc<Git>>),
}

/// Owns the state; the only thing that changes it.
#[derive(Debug, Default)]
pub struct Engine {
    workspace: Workspace,
    /// What lies on disk; an open buffer wins over it.
    disk: BTreeMap<String, Arc<str>>,
    open: BTreeMap<String, Open>,
    parsed: Arc<Parsed>,
    /// Grows whenever something changed that files read of one another, or of the world.
    revision: u64,
}

/// One version of everything, for any thread.
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub workspace: Workspace,
}

/// What the editor should show for one open document.
#[derive(Clone, Debug)]
pub struct Publication {
    pub path: Arc<str>,
    pub version: i32,
    pub document: Option<Arc<Document>>,
    pub diagnostics: Arc<[Diagnostic]>,
}

impl Engine {
    pub fn new(config: Config) -> Engine {
        Engine { workspace: Workspace::new(Arc::new(config)), ..Engine::default() }
    }

    /// The version of an open document, as the editor counts.
    pub fn version(&self, path: &str) -> Option<i32> {
        self.open.get(path).map(|open| open.version)
    }

    /// Another number after each change that one file may read of another, or of the world.
    pub fn revision(&mut self) -> u64 {
        self.refresh();
        self.revision
    }

    /// A file as it was read from disk last.
    pub fn on_disk(&self, path: &str) -> Option<&Arc<str>> {
        self.disk.get(path)
    }

    pub fn config(&self) -> &Config {
        &self.workspace.config
    }

    /// What reads files for this engine as it is configured now.
    pub fn reader(&self) -> Reader {
        Reader { parsed: self.parsed.clone(), config: self.workspace.config.clone(), spec: None }
    }

    /// Takes in many files as they lie on disk, as after a start; open buffers win over them.
    pub fn load(&mut self, files: Vec<Read>) {
        for Read { path, text, document } in files {
            if self.disk.get(&path).is_some_and(|known| **known == *text) {
                continue;
            }
            if !self.open.contains_key(&path) {
                match document {
                    Some(document) => self.put(document),
                    None => self.forget(&path),
                }
            }
            self.disk.insert(path, text);
        }
        self.parsed.trim(self.disk.len());
    }

    /// Takes a change in; documents are brought up to date when somebody asks.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Opened { path, text, version } => {
                self.open.insert(path, Open::new(&text, version));
            }
            Change::Edited { path, changes, encoding, version } => {
                let Some(open) = self.open.get_mut(&path) else { return };
                for change in changes {
                    open.by_parts = matches!(change, buffer::Change::Part { .. });
                    if !open.by_parts {
                        open.syntax = None;
                    }
                    let applied = open.buffer.apply(&change, encoding);
                    open.edits.push(applied);
                }
                open.version = version;
                open.dirty = true;
            }
            Change::Closed { path } => {
                self.open.remove(&path);
                match self.disk.get(&path).cloned() {
                    Some(text) => self.read(&path, text),
                    None => self.forget(&path),
                }
            }
            Change::OnDisk { path, text } => {
                if self.disk.get(&path).is_some_and(|known| **known == *text) {
                    return;
                }
                self.disk.insert(path.clone(), text.clone());
                if !self.open.contains_key(&path) {
                    self.read(&path, text);
                }
            }
            Change::Deleted { path } => {
                let inside = format!("{path}/");
                let is_gone = |known: &&String| **known == path || known.starts_with(&inside);
                for path in self.disk.keys().filter(is_gone).cloned().collect::<Vec<_>>() {
                    self.disk.remove(&path);
                    if !self.open.contains_key(&path) {
                        self.forget(&path);
                    }
                }
            }
            Change::Config(config) => self.configure(*config),
            Change::Surroundings(mut surroundings) => {
                surroundings.git = self.workspace.surroundings.git.clone();
                if *self.workspace.surroundings != surroundings {
                    self.workspace.surroundings = Arc::new(surroundings);
                    self.revision += 1;
                }
            }
            Change::Git(git) => {
                if self.workspace.surroundings.git != git {
                    Arc::make_mut(&mut self.workspace.surroundings).git = git;
                    self.revision += 1;
                }
            }
        }
    }

    /// The newest version of everything.
    pub fn snapshot(&mut self) -> Snapshot {
        self.refresh();
        Snapshot { workspace: self.workspace.clone() }
    }

    /// The findings of every open document, as of now. A document whose text is the same, and that reads nothing
    /// of what changed, keeps its list.
    pub fn publications(&mut self) -> Vec<Publication> {
        self.refresh();
        let Engine { open, workspace, revision, .. } = self;
        open.iter_mut().map(|(path, open)| open.publication(path, workspace, *revision)).collect()
    }

    /// That of one open document.
    pub fn publication(&mut self, path: &str) -> Option<Publication> {
        self.refresh();
        Some(self.open.get_mut(path)?.publication(path, &self.workspace, self.revision))
    }

    /// The findings of an open document, where those of its text as it is now were computed already.
    pub fn known_findings(&mut self, path: &str) -> Option<(Arc<[Diagnostic]>, Arc<Missing>)> {
        self.refresh();
        let shown = self.open.get(path)?.shown.as_ref()?;
        shown
            .is_of(self.workspace.document(path)?, self.revision)
            .then(|| (shown.diagnostics.clone(), shown.missing.clone()))
    }

    /// Grows the trees that the next keystrokes are read with, which takes some time: for when nobody waits, and for as
    /// long as `goes_on` says so. Nothing but speed depends on it.
    pub fn prepare(&mut self, mut goes_on: impl FnMut() -> bool) {
        self.refresh();
        for open in self.open.values_mut().filter(|open| open.by_parts) {
            if let Some(document) = open.document.as_ref().filter(|document| document.kind.has_fields()) {
                let syntax = open.syntax.get_or_insert_with(|| open::without_tree(document));
                syntax.catch_up(&document.text, &mut goes_on);
            }
        }
    }

    fn refresh(&mut self) {
        let dirty: Vec<String> =
            self.open.iter().filter(|(_, open)| open.dirty).map(|(path, _)| path.clone()).collect();
        for path in dirty {
            let Some(open) = self.open.get_mut(&path) else { continue };
            open.dirty = false;
            let text = open.buffer.text();
            let edits = std::mem::take(&mut open.edits);
            let config = self.workspace.config.clone();
            let old = open.document.take();
            let Some(kind) = Kind::of(&path, &text, &config) else {
                // The tree misses the edits that are thrown away here.
                open.syntax = None;
                self.forget(&path);
                continue;
            };
            let is_same = |known: &Arc<Document>| known.kind == kind && Arc::ptr_eq(&known.config, &config);
            let as_on_disk = self.workspace.document(&path).filter(|known| {
                edits.is_empty() && open.syntax.is_none() && is_same(known) && *known.text == *text
            });
            if let Some(known) = as_on_disk {
                open.document = Some(known.clone());
                continue;
            }
            let document = Document::new(path.as_str(), kind, text.clone(), config.clone());
            if open.by_parts && open.syntax.is_none() {
                open.syntax = old.as_deref().filter(|old| old.kind.has_fields()).map(open::without_tree);
            }
            let (document, moved) = match &mut open.syntax {
                Some(syntax) if kind.has_fields() => {
                    let moved = syntax.edited(&text, &edits);
                    (document.with_blocks(syntax.blocks().clone()), moved)
                }
                syntax => {
                    *syntax = None;
                    (document, false)
                }
            };
            let document = match (old.filter(is_same), edits.as_slice()) {
                (Some(old), [edit]) => document.edited(&old, edit, moved),
                _ => document,
            };
            self.put(document);
            if let Some(open) = self.open.get_mut(&path) {
                open.document = self.workspace.document(&path).cloned();
            }
        }
    }

    fn read(&mut self, path: &str, text: Arc<str>) {
        match self.parsed.document(path, text, &self.workspace.config) {
            Some(document) => self.put(document),
            None => self.forget(path),
        }
        self.parsed.trim(self.disk.len());
    }

    fn put(&mut self, document: impl Into<Arc<Document>>) {
        let document = document.into();
        let path = document.path.clone();
        if self.workspace.insert(document) {
            self.revision += 1;
            return;
        }
        // Nobody reads more of it than its facts, but places in it may have moved.
        for open in self.open.values_mut() {
            if open.shown.as_ref().is_some_and(|shown| shown.speaks_of(&path)) {
                open.shown = None;
            }
        }
    }

    fn forget(&mut self, path: &str) {
        self.revision += u64::from(self.workspace.remove(path));
    }

    fn configure(&mut self, config: Config) {
        self.revision += 1;
        let surroundings = self.workspace.surroundings.clone();
        self.workspace = Workspace::new(Arc::new(config));
        self.workspace.surroundings = surroundings;
        for (path, text) in self.disk.clone() {
            self.read(&path, text);
        }
        for open in self.open.values_mut() {
            open.dirty = true;
        }
    }
}

impl Snapshot {
    /// The findings on one file; none where there is no such file.
    pub fn diagnostics(&self, path: &str, scope: Scope) -> Vec<Diagnostic> {
        self.workspace
            .document(path)
            .map(|document| diagnostics::diagnostics(document, &self.workspace, scope))
            .unwrap_or_default()
    }

    /// A file after every safe fix; `None` where there is nothing to fix. Closed packets stay as they are.
    pub fn fixed(&self, path: &str) -> Option<Fixed> {
        fixing::fixed(path, &self.workspace)
    }
}

#[cfg(test)]
mod tests;
