//! Watches the files on disk for a client that cannot: the governance folders, what lies directly at the roots, and what
//! says that git has another commit or index.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::convert::uri;
use super::event::Event;
use super::roots::Root;

/// A checkout writes many files; they are read together when it is quiet for so long.
const QUIET: Duration = Duration::from_millis(100);

/// A folder that never becomes quiet is read all the same.
const LONGEST: Duration = Duration::from_secs(1);

pub struct Watcher {
    watcher: RecommendedWatcher,
    /// The governance folder of each root that is watched.
    watched: BTreeMap<PathBuf, PathBuf>,
}

/// `None` where the system gives no watcher; then files are as they were read, or opened.
pub fn start(events: Sender<Event>) -> Option<Watcher> {
    let (changes, changed) = channel();
    // Links are not followed: one may lead to a whole disk.
    let config = Config::default().with_follow_symlinks(false);
    let watcher = RecommendedWatcher::new(move |event| drop(changes.send(event)), config)
        .inspect_err(|error| eprintln!("taskpacket: files are not watched: {error}"))
        .ok()?;
    std::thread::spawn(move || gather(&changed, &events));
    Some(Watcher { watcher, watched: BTreeMap::new() })
}

impl Watcher {
    /// Watches these roots and no others.
    pub fn follow(&mut self, roots: &[Root]) {
        let wanted = |root: &Root| (root.folder.clone(), root.governance());
        let is_new = |root: &&Root| self.watched.get(&root.folder) != Some(&root.governance());
        let new: Vec<_> = roots.iter().filter(is_new).map(wanted).collect();
        let is_known = |folder: &Path| roots.iter().any(|root| root.folder == folder);
        let gone: Vec<_> = self.watched.keys().filter(|folder| !is_known(folder)).cloned().collect();
        for folder in gone {
            self.forget(&folder);
        }
        for (folder, governance) in new {
            self.forget(&folder);
            self.watch(&folder, RecursiveMode::NonRecursive);
            if governance.is_dir() {
                self.watch(&governance, RecursiveMode::Recursive);
            }
            let git = folder.join(".git");
            if git.is_dir() {
                self.watch(&git, RecursiveMode::NonRecursive);
            }
            self.watched.insert(folder, governance);
        }
    }

    /// A folder that came back is another one to the system.
    pub fn renew(&mut self, changed: &Path) {
        let is_its =
            |folder: &Path, governance: &Path| governance == changed || folder.join(".git") == changed;
        let of_it = self.watched.iter().find(|(folder, governance)| is_its(folder, governance));
        if let Some(folder) = of_it.map(|(folder, _)| folder.clone()) {
            self.forget(&folder);
        }
    }

    fn watch(&mut self, path: &Path, mode: RecursiveMode) {
        if let Err(error) = self.watcher.watch(path, mode) {
            eprintln!("taskpacket: {} is not watched: {error}", path.display());
        }
    }

    fn forget(&mut self, folder: &Path) {
        if let Some(governance) = self.watched.remove(folder) {
            // What is gone is not watched any more, which is all that is wanted.
            drop(self.watcher.unwatch(&governance));
            drop(self.watcher.unwatch(&folder.join(".git")));
            drop(self.watcher.unwatch(folder));
        }
    }
}

fn gather(changed: &Receiver<notify::Result<notify::Event>>, events: &Sender<Event>) {
    while let Ok(first) = changed.recv() {
        let start = Instant::now();
        let mut paths = BTreeSet::new();
        take(first, &mut paths);
        while let Ok(next) = changed.recv_timeout(QUIET) {
            take(next, &mut paths);
            if start.elapsed() > LONGEST {
                break;
            }
        }
        let uris: Vec<_> = paths.iter().filter_map(|path| uri::uri(path)).collect();
        if !uris.is_empty() && events.send(Event::Watched(uris)).is_err() {
            return;
        }
    }
}

/// Reading a file is no change; our own readings would wake us for ever.
fn take(event: notify::Result<notify::Event>, paths: &mut BTreeSet<PathBuf>) {
    let Ok(event) = event else { return };
    let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
    if !event.kind.is_access() || event.kind == written {
        paths.extend(event.paths.into_iter().filter(|path| may_matter(path)));
    }
}

/// Folders have no ending, and editors leave files of many others beside the one they save.
fn may_matter(path: &Path) -> bool {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some(ending) => matches!(ending, "md" | "json" | "toml") || path.is_dir(),
        None => true,
    }
}
