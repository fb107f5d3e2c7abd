//! The one owner of all engines: one thread, one `match`.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use engine::engine::{Change, Publication};
use engine::text::line_index::Encoding;
use engine::workspace::Workspace;
use lsp_types::{Diagnostic, Uri};
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::oneshot;

use super::capabilities::Client;
use super::convert::{diagnostic, position, uri};
use super::event::{Event, Outgoing};
use super::history::Question;
use super::published::{Published, Shown};
use super::reread::Reread;
use super::roots::Roots;
use super::settings;
use super::watcher::Watcher;
use super::work_packets;
use crate::disk;

/// How long nobody must have said anything before work is done that nobody waits for: longer than from one letter to the
/// next, so that it is not begun between them over and over.
const PAUSE: Duration = Duration::from_millis(200);

pub(super) struct Server {
    pub(super) roots: Roots,
    pub(super) client: Client,
    /// Named at the first message, not yet read.
    folders: Vec<Uri>,
    pub(super) published: Published,
    /// What the last answer about work packets was made from, until the client is told that it is old.
    pub(super) answered: Option<Vec<work_packets::Stamp>>,
    reread: Reread,
    watcher: Option<Watcher>,
    outgoing: UnboundedSender<Outgoing>,
    /// Where git is asked.
    git: Sender<Question>,
}

/// Runs until the backend is gone. Whatever waits is taken in before anything is published: stale texts cost nothing.
pub fn run(events: Receiver<Event>, outgoing: UnboundedSender<Outgoing>, git: Sender<Question>) {
    let mut server = Server::new(outgoing, git);
    loop {
        let event = match events.recv_timeout(PAUSE) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout) => {
                let mut next = None;
                for root in &mut server.roots.all {
                    root.engine.prepare(|| {
                        next = next.take().or_else(|| events.try_recv().ok());
                        next.is_none()
                    });
                }
                let Ok(event) = next.map_or_else(|| events.recv(), Ok) else { break };
                event
            }
            Err(RecvTimeoutError::Disconnected) => break,
        };
        server.reread.begin();
        server.handle(event);
        while let Ok(event) = events.try_recv() {
            server.handle(event);
        }
        if let Some(watcher) = &mut server.watcher {
            watcher.follow(&server.roots.all);
        }
        server.publish();
        // Only now: what the documents say by themselves does not wait for a history.
        for root in &mut server.roots.all {
            root.ask_git(&server.git);
        }
    }
}

impl Server {
    pub(super) fn new(outgoing: UnboundedSender<Outgoing>, git: Sender<Question>) -> Server {
        Server {
            roots: Roots::default(),
            client: Client::default(),
            folders: Vec::new(),
            published: Published::default(),
            answered: None,
            reread: Reread::default(),
            watcher: None,
            outgoing,
            git,
        }
    }

    pub(super) fn handle(&mut self, event: Event) {
        self.reread.heard(&event);
        match event {
            Event::Met { client, folders, settings, watcher } => {
                self.client = client;
                self.watcher = watcher;
                self.folders = folders;
                if let Some(settings) = settings {
                    self.configure(&settings);
                }
            }
            Event::Initialized => {
                let folders = std::mem::take(&mut self.folders);
                self.add_folders(&folders);
            }
            Event::Folders { added, removed } => {
                self.folders.retain(|folder| !removed.contains(folder));
                for folder in &removed {
                    self.remove_folder(folder);
                }
                self.add_folders(&added);
            }
            Event::Opened(item) => {
                let _indexing = self.roots.is_new(&item.uri).then(|| self.indexing());
                let Some((root, path)) = self.roots.open(item.uri) else { return };
                // Settings count as they lie on disk: one that is half typed would move every finding.
                if path == disk::CONFIG {
                    return;
                }
                root.engine.apply(Change::Opened { path, text: item.text, version: item.version });
                root.look_around();
            }
            Event::Edited(params) => {
                let encoding = self.client.encoding;
                let version = params.text_document.version;
                let Some((root, path)) = self.roots.place(&params.text_document.uri) else { return };
                let changes = params.content_changes.into_iter().map(position::change).collect();
                root.engine.apply(Change::Edited { path, changes, encoding, version });
            }
            Event::Closed(closed) => {
                self.clear(&closed);
                let Some((root, path)) = self.roots.close(&closed) else { return };
                root.engine.apply(Change::Closed { path });
            }
            Event::Saved(saved) => {
                let Some((root, path)) = self.roots.place(&saved) else { return };
                root.reread(&path);
                root.look_around();
            }
            Event::Configured(settings) => self.configure(&settings),
            Event::Watched(changed) => {
                let mut whole = Vec::new();
                for changed in changed {
                    if let Some(watcher) = &mut self.watcher
                        && let Some(path) = uri::path(&changed)
                    {
                        watcher.renew(&path);
                    }
                    let Some((root, path)) = self.roots.place(&changed) else { continue };
                    // Another commit, or another index: the look around below asks git.
                    if path.split('/').any(|part| part == ".git") {
                        continue;
                    }
                    if !root.folder.join(&path).is_dir() {
                        root.reread(&path);
                    } else if !whole.contains(&root.folder) {
                        // What is in a new folder may have come before anybody watched it.
                        root.read_all();
                        whole.push(root.folder.clone());
                    }
                }
                for root in self.roots.all.iter_mut().filter(|root| !root.open.is_empty()) {
                    root.look_around();
                }
            }
            Event::Asked(question) => self.answer(question),
            Event::Git { folder, git } => {
                if let Some(root) = self.roots.all.iter_mut().find(|root| root.folder == folder) {
                    root.engine.apply(Change::Git(git));
                }
            }
        }
    }

    fn configure(&mut self, settings: &serde_json::Value) {
        let (config, problems) = settings::read(settings);
        self.roots.configure(config);
        for problem in problems {
            self.send(Outgoing::Log(format!("settings of the editor: {problem}")));
        }
    }

    fn add_folders(&mut self, folders: &[Uri]) {
        for folder in folders {
            let _indexing = self.roots.is_new(folder).then(|| self.indexing());
            self.roots.add(folder);
        }
    }

    /// Everything of the folder goes; a document that stays open has nothing to be judged by.
    fn remove_folder(&mut self, folder: &Uri) {
        for root in self.roots.remove(folder) {
            for uri in root.open.values() {
                self.clear(uri);
            }
            if !root.config_shown.is_empty()
                && let Some(uri) = root.config_uri()
            {
                self.send(Outgoing::Findings { uri, diagnostics: Vec::new(), version: None });
            }
            if self.client.pulls {
                self.send(Outgoing::Refresh);
            }
        }
    }

    /// Lets the client show that files are being read, until the value is dropped.
    fn indexing(&self) -> oneshot::Sender<()> {
        let (end, ended) = oneshot::channel();
        if self.client.shows_progress {
            self.send(Outgoing::Indexing(ended));
        }
        end
    }

    fn publish(&mut self) {
        self.publish_configs();
        let mut lists = Vec::new();
        for root in self.roots.all.iter_mut().filter(|root| !root.open.is_empty()) {
            let publications = root.engine.publications();
            let snapshot = root.engine.snapshot();
            for publication in publications {
                let Some(uri) = root.open.get(&*publication.path) else { continue };
                if self.published.is_shown(uri, publication.version, &publication.diagnostics) {
                    continue;
                }
                if self.client.pulls && self.published.will_ask(uri, publication.version) {
                    continue;
                }
                let list = converted(&publication, &snapshot.workspace, &root.folder, self.client.encoding);
                lists.push((uri.clone(), publication.version, publication.diagnostics, list));
            }
        }
        let mut refresh = false;
        for (uri, version, found, list) in lists {
            // Markdown that is none of ours gets no list, but an old one must go.
            let Some(diagnostics) = list else {
                self.clear(&uri);
                continue;
            };
            let shown = self.published.show(&uri, version, found, &diagnostics);
            if self.client.pulls {
                refresh |= shown == Shown::NewFindings;
            } else if shown != Shown::Same {
                self.send(Outgoing::Findings { uri, diagnostics, version: Some(version) });
            }
        }
        if refresh {
            self.send(Outgoing::Refresh);
        }
        self.tell_of_work_packets();
        let revisions = self.roots.all.iter_mut().map(|root| root.engine.revision());
        if self.reread.is_due(revisions.sum()) {
            self.send(Outgoing::Reread(self.client));
        }
    }

    /// Says once that an answer is old: a client that wants to know more asks again.
    fn tell_of_work_packets(&mut self) {
        if let Some(answered) = &self.answered
            && *answered != work_packets::stamps(&mut self.roots)
        {
            self.answered = None;
            self.send(Outgoing::WorkPacketsChanged);
        }
    }

    /// Settings are rarely open and clients pull only what is, so what is wrong in them is pushed to every client.
    fn publish_configs(&mut self) {
        for index in 0..self.roots.all.len() {
            let Some(root) = self.roots.all.get_mut(index) else { return };
            if !std::mem::take(&mut root.config_read) {
                continue;
            }
            let Some(uri) = root.config_uri() else { continue };
            let diagnostics = root.findings(disk::CONFIG, self.client.encoding).unwrap_or_default();
            let before = root.config_at.replace(uri.clone()).filter(|before| *before != uri);
            let is_moved = before.is_some() && !root.config_shown.is_empty();
            let is_new = is_moved || diagnostics != root.config_shown;
            root.config_shown = diagnostics.clone();
            if let Some(uri) = before.filter(|_| is_moved) {
                self.send(Outgoing::Findings { uri, diagnostics: Vec::new(), version: None });
            }
            if is_new {
                self.send(Outgoing::Findings { uri, diagnostics, version: None });
            }
        }
    }

    fn clear(&mut self, uri: &Uri) {
        if self.published.forget(uri) && !self.client.pulls {
            self.send(Outgoing::Findings { uri: uri.clone(), diagnostics: Vec::new(), version: None });
        }
    }

    pub(super) fn send(&self, message: Outgoing) {
        // Without a publisher the process is about to end.
        drop(self.outgoing.send(message));
    }
}

/// The list as the client wants it; `None` for a file that is none of ours.
pub(super) fn converted(
    publication: &Publication,
    workspace: &Workspace,
    root: &Path,
    encoding: Encoding,
) -> Option<Vec<Diagnostic>> {
    let document = publication.document.as_deref()?;
    let convert = |found| diagnostic::diagnostic(found, document, workspace, root, encoding);
    Some(publication.diagnostics.iter().map(convert).collect())
}
