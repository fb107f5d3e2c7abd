//! A whole workspace in memory, so that no measurement waits for a disk.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use engine::config::Config;
use engine::diagnostics::{Diagnostic, Scope};
use engine::document::kind::{self, Kind};
use engine::engine::wanted::WantedPaths;
use engine::engine::{Change, Engine};
use engine::workspace::lifecycle::Lifecycle;
use engine::workspace::surroundings::{Presence, Surroundings};

use super::{disk, generated};

/// Names a folder that stands in for the generated workspace.
const ROOT: &str = "TASKPACKET_BENCH_ROOT";

/// 2026-03-20: rules about time say the same in every run.
const NOW: i64 = 1_774_000_000;

/// Every file of one workspace.
#[derive(Clone, Debug)]
pub struct Files {
    /// Paths relative to the root, with `/`.
    pub list: Vec<(String, Arc<str>)>,
    pub config: Config,
    /// Where the files were read; `None` where they were made up.
    pub root: Option<PathBuf>,
}

/// A packet to type in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub path: String,
    bytes: usize,
    lifecycle: &'static str,
}

impl fmt::Display for Subject {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} KB, {}", self.bytes / 1000, self.lifecycle)
    }
}

impl Files {
    pub fn made_up(list: Vec<(String, Arc<str>)>, config: Config) -> Files {
        Files { list, config, root: None }
    }

    /// The workspace that the environment names, or else the generated one.
    pub fn chosen() -> Files {
        std::env::var_os(ROOT).map_or_else(generated::files, |root| Files::read(Path::new(&root)))
    }

    fn read(root: &Path) -> Files {
        let config = disk::read_config(root, None, Config::default()).expect("its configuration can be read");
        let list = disk::load(root, &config, |path, text| (path, text)).files;
        assert!(!list.is_empty(), "{ROOT} names a folder without files of a workspace");
        Files { list, config, root: Some(root.to_path_buf()) }
    }

    /// A folder that holds these files: where they were read, or else a new one, for the caller to remove.
    pub fn on_disk(&self) -> PathBuf {
        if let Some(root) = &self.root {
            return root.clone();
        }
        let folder = tempfile::tempdir().expect("a folder").keep();
        for (path, text) in &self.list {
            let place = folder.join(path);
            std::fs::create_dir_all(place.parent().expect("it is in a folder")).expect("a folder");
            std::fs::write(place, &**text).expect("written");
        }
        folder
    }

    /// An engine that has read everything and looked around once, as after the start of an editor.
    pub fn engine(&self) -> Engine {
        let mut engine = Engine::new(self.config.clone());
        let reader = engine.reader();
        engine.load(self.list.iter().map(|(path, text)| reader.read(path.clone(), text.clone())).collect());
        let wanted = engine.wanted_paths();
        engine.apply(Change::Surroundings(self.surroundings(&wanted)));
        engine
    }

    /// Paths of a generated workspace are all there, and so are copies that exist only in memory.
    fn surroundings(&self, wanted: &WantedPaths) -> Surroundings {
        let own: BTreeSet<&str> = self.list.iter().map(|(path, _)| path.as_str()).collect();
        let mut surroundings = match &self.root {
            Some(root) => disk::surroundings(root, &self.config, wanted),
            None => Surroundings::default(),
        };
        for path in wanted.paths.iter().filter(|path| self.root.is_none() || own.contains(path.as_str())) {
            surroundings.note(path, Presence::File);
        }
        surroundings.now = jiff::Timestamp::from_second(NOW).ok();
        surroundings
    }

    pub fn text(&self, path: &str) -> &Arc<str> {
        let found = self.list.iter().find(|(known, _)| known == path);
        found.map(|(_, text)| text).expect("it is a file of the workspace")
    }

    pub fn packets(&self) -> impl Iterator<Item = &str> {
        let is_packet = |path: &&str| kind::by_path(path, &self.config) == Some(Kind::Packet);
        self.list.iter().map(|(path, _)| path.as_str()).filter(is_packet)
    }

    /// The largest packet and, where that one is closed and has no findings, the largest active one.
    pub fn subjects(&self) -> Vec<Subject> {
        let workspace = self.engine().snapshot().workspace;
        let largest = |active_only: bool| {
            let documents = workspace.documents().filter(|document| document.kind == Kind::Packet);
            let active = |document: &&Arc<engine::document::Document>| {
                !active_only || workspace.lifecycle(document) == Lifecycle::Active
            };
            documents.filter(active).max_by_key(|document| document.text.len()).map(|document| Subject {
                path: document.path.to_string(),
                bytes: document.text.len(),
                lifecycle: match workspace.lifecycle(document) {
                    Lifecycle::Active => "active",
                    Lifecycle::Historical => "closed",
                },
            })
        };
        let mut subjects: Vec<Subject> = [largest(false), largest(true)].into_iter().flatten().collect();
        subjects.dedup();
        subjects
    }
}

/// The findings on every file, as `check` collects them.
pub fn check(engine: &mut Engine, scope: Scope) -> Vec<Diagnostic> {
    let snapshot = engine.snapshot();
    let paths = snapshot.workspace.documents().map(|document| document.path.clone());
    paths.flat_map(|path| snapshot.diagnostics(&path, scope)).collect()
}
