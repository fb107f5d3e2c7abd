//! The one owner of all engines: one thread, one `match`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;

use engine::engine::{Change, Engine};
use engine::text::line_index::Encoding;
use lsp_types::{Diagnostic, DidChangeTextDocumentParams, TextDocumentItem, Uri};
use tokio::sync::mpsc::UnboundedSender;

use super::convert::{diagnostic, position, uri};
use super::published::Published;
use crate::disk;

/// What can happen.
pub enum Event {
    Initialized { encoding: Encoding, folders: Vec<Uri> },
    Opened(TextDocumentItem),
    Edited(DidChangeTextDocumentParams),
    Closed(Uri),
    Saved(Uri),
    Watched(Vec<Uri>),
    Folders(Vec<Uri>),
}

/// A list of findings on its way to the client.
pub struct Outgoing {
    pub uri: Uri,
    pub diagnostics: Vec<Diagnostic>,
    pub version: i32,
}

struct Root {
    folder: PathBuf,
    engine: Engine,
    /// The client's own spelling of each open document's URI.
    open: HashMap<String, Uri>,
}

struct Server {
    roots: Vec<Root>,
    encoding: Encoding,
    published: Published,
    outgoing: UnboundedSender<Outgoing>,
}

/// Runs until the backend is gone. Whatever waits is taken in before anything is published: stale texts cost nothing.
pub fn run(events: Receiver<Event>, outgoing: UnboundedSender<Outgoing>) {
    let published = Published::default();
    let mut server = Server { roots: Vec::new(), encoding: Encoding::Utf16, published, outgoing };
    while let Ok(event) = events.recv() {
        server.handle(event);
        while let Ok(event) = events.try_recv() {
            server.handle(event);
        }
        server.publish();
    }
}

impl Server {
    fn handle(&mut self, event: Event) {
        match event {
            Event::Initialized { encoding, folders } => {
                self.encoding = encoding;
                self.add_folders(&folders);
            }
            Event::Folders(folders) => self.add_folders(&folders),
            Event::Opened(item) => {
                let Some((root, path)) = self.place(&item.uri) else { return };
                root.open.insert(path.clone(), item.uri);
                root.engine.apply(Change::Opened { path, text: item.text, version: item.version });
                root.look_around();
            }
            Event::Edited(params) => {
                let encoding = self.encoding;
                let version = params.text_document.version;
                let Some((root, path)) = self.place(&params.text_document.uri) else { return };
                let changes = params.content_changes.into_iter().map(position::change).collect();
                root.engine.apply(Change::Edited { path, changes, encoding, version });
            }
            Event::Closed(closed) => {
                if self.published.forget(&closed) {
                    let cleared = Outgoing { uri: closed.clone(), diagnostics: Vec::new(), version: 0 };
                    drop(self.outgoing.send(cleared));
                }
                let Some((root, path)) = self.place(&closed) else { return };
                root.open.remove(&path);
                root.engine.apply(Change::Closed { path });
            }
            Event::Saved(saved) => {
                let Some((root, path)) = self.place(&saved) else { return };
                root.reread(&path);
                root.look_around();
            }
            Event::Watched(changed) => {
                for changed in changed {
                    if let Some((root, path)) = self.place(&changed) {
                        root.reread(&path);
                    }
                }
            }
        }
    }

    fn add_folders(&mut self, folders: &[Uri]) {
        for folder in folders.iter().filter_map(uri::path) {
            self.root_of(&folder);
        }
    }

    /// The root a file belongs to, loaded if it is new, and the file's path in it.
    fn place(&mut self, of: &Uri) -> Option<(&mut Root, String)> {
        let path = uri::path(of)?;
        let path = canonical(&path);
        let index = self.root_of(&path)?;
        let root = self.roots.get_mut(index)?;
        let relative = disk::relative(&root.folder, &path)?;
        Some((root, relative))
    }

    fn root_of(&mut self, path: &Path) -> Option<usize> {
        if let Some(known) = self.roots.iter().position(|root| path.starts_with(&root.folder)) {
            return Some(known);
        }
        let existing = path.ancestors().find(|path| path.exists())?;
        let folder = disk::find_root(existing)?;
        self.roots.push(Root::load(folder));
        Some(self.roots.len() - 1)
    }

    fn publish(&mut self) {
        for root in &mut self.roots {
            if root.open.is_empty() {
                continue;
            }
            let publications = root.engine.publications();
            let snapshot = root.engine.snapshot();
            for publication in publications {
                let Some(uri) = root.open.get(&*publication.path) else { continue };
                // Markdown that is none of ours gets no list at all.
                let Some(document) = &publication.document else { continue };
                let convert = |found| {
                    diagnostic::diagnostic(found, document, &snapshot.workspace, &root.folder, self.encoding)
                };
                let diagnostics: Vec<Diagnostic> = publication.diagnostics.iter().map(convert).collect();
                if self.published.show(uri, publication.version, &diagnostics) {
                    let message = Outgoing { uri: uri.clone(), diagnostics, version: publication.version };
                    drop(self.outgoing.send(message));
                }
            }
        }
    }
}

impl Root {
    fn load(folder: PathBuf) -> Root {
        let (config, _) = disk::read_config(&folder, None).unwrap_or_default();
        let loaded = disk::load(&folder, &config);
        let mut engine = Engine::new(config);
        for (path, text) in loaded.files {
            engine.apply(Change::OnDisk { path, text });
        }
        Root { folder, engine, open: HashMap::new() }
    }

    fn reread(&mut self, path: &str) {
        if path == disk::CONFIG {
            let (config, _) = disk::read_config(&self.folder, None).unwrap_or_default();
            self.engine.apply(Change::Config(Box::new(config)));
            return;
        }
        let path = path.to_string();
        match disk::read(&self.folder, &path) {
            Ok((text, _)) => self.engine.apply(Change::OnDisk { path, text }),
            Err(_) => self.engine.apply(Change::Deleted { path }),
        }
    }

    fn look_around(&mut self) {
        let wanted = self.engine.wanted_paths();
        self.engine.apply(Change::Surroundings(disk::surroundings(&self.folder, &wanted)));
    }
}

/// The real path of a file that may not exist yet.
fn canonical(path: &Path) -> PathBuf {
    if let Ok(real) = std::fs::canonicalize(path) {
        return real;
    }
    match (path.parent().map(std::fs::canonicalize), path.file_name()) {
        (Some(Ok(folder)), Some(name)) => folder.join(name),
        _ => path.to_path_buf(),
    }
}
