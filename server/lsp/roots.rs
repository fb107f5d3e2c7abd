//! The workspace roots that are in use, each with its engine and its open documents.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use engine::config::Config;
use engine::diagnostics::Scope;
use engine::engine::{Change, Engine};
use engine::text::line_index::Encoding;
use lsp_types::{Diagnostic, OptionalVersionedTextDocumentIdentifier, Uri};

use super::convert::{diagnostic, uri};
use super::history::Question;
use crate::disk;

/// One workspace and what is open in it.
pub struct Root {
    pub folder: PathBuf,
    pub engine: Engine,
    /// What the editor has set: it counts where the workspace's own file says nothing.
    below: Config,
    /// The client's own spelling of each open document's URI.
    pub open: HashMap<String, Uri>,
    /// The settings were read and what is wrong in them is not told yet.
    pub config_read: bool,
    /// What the client shows as wrong in the settings, and where.
    pub config_shown: Vec<Diagnostic>,
    pub config_at: Option<Uri>,
    /// Git may have more to say than when it was asked last.
    git_due: bool,
}

#[derive(Default)]
pub struct Roots {
    pub all: Vec<Root>,
    /// What the editor has set, for roots to come.
    below: Config,
    /// What the client works in.
    folders: Vec<PathBuf>,
    /// Where each open document lies. Settled when it is opened: an edit asks no file system.
    places: HashMap<Uri, (usize, String)>,
}

impl Roots {
    /// Remembers an open document; `None` where it lies in no root.
    pub fn open(&mut self, of: Uri) -> Option<(&mut Root, String)> {
        let (index, path) = self.find(&of)?;
        self.places.insert(of.clone(), (index, path.clone()));
        let root = self.all.get_mut(index)?;
        // The client may spell the settings' name in another way than the one they were told under.
        root.config_read |= path == disk::CONFIG;
        root.open.insert(path.clone(), of);
        Some((root, path))
    }

    pub fn close(&mut self, of: &Uri) -> Option<(&mut Root, String)> {
        let (index, path) = self.places.remove(of)?;
        let root = self.all.get_mut(index)?;
        root.open.remove(&path);
        Some((root, path))
    }

    /// The root a file belongs to, and its path there. Only folders and opened documents make roots: what else is
    /// named may be of a folder that was removed.
    pub fn place(&mut self, of: &Uri) -> Option<(&mut Root, String)> {
        let (index, path) = match self.places.get(of) {
            Some(known) => known.clone(),
            None => self.known(&canonical(&uri::path(of)?))?,
        };
        Some((self.all.get_mut(index)?, path))
    }

    /// The root around a file or folder; without one, the only root there is.
    pub fn around(&mut self, of: Option<&Uri>) -> Option<&mut Root> {
        let Some(of) = of else {
            return if let [only] = self.all.as_mut_slice() { Some(only) } else { None };
        };
        let path = canonical(&uri::path(of)?);
        let around = self.all.iter_mut().filter(|root| path.starts_with(&root.folder));
        around.max_by_key(|root| root.folder.as_os_str().len())
    }

    /// Whether the file or folder lies in a root that is not loaded yet.
    pub fn is_new(&self, of: &Uri) -> bool {
        let folder = uri::path(of).and_then(|path| root_folder(&canonical(&path)));
        folder.is_some_and(|folder| self.all.iter().all(|root| root.folder != folder))
    }

    /// Loads the root around a folder, if there is one.
    pub fn add(&mut self, folder: &Uri) {
        if let Some(path) = uri::path(folder) {
            let path = canonical(&path);
            self.root_of(&path);
            self.folders.push(path);
        }
    }

    /// Takes in what the editor has set.
    pub fn configure(&mut self, below: Config) {
        if self.below == below {
            return;
        }
        for root in &mut self.all {
            root.below = below.clone();
            root.configure();
        }
        self.below = below;
    }

    /// Gives away the roots that only this folder needed.
    pub fn remove(&mut self, folder: &Uri) -> Vec<Root> {
        let Some(gone) = uri::path(folder).map(|path| canonical(&path)) else { return Vec::new() };
        self.folders.retain(|folder| *folder != gone);
        let around = root_folder(&gone);
        let needed = |root: &Path| {
            self.folders.iter().any(|folder| folder.starts_with(root) || root.starts_with(folder))
        };
        let goes = |root: &Root| {
            let of_folder = root.folder.starts_with(&gone) || around.as_ref() == Some(&root.folder);
            of_folder && !needed(&root.folder)
        };
        let (mut removed, mut stays) = (Vec::new(), Vec::new());
        for root in std::mem::take(&mut self.all) {
            if goes(&root) {
                stays.push(None);
                removed.push(root);
            } else {
                stays.push(Some(self.all.len()));
                self.all.push(root);
            }
        }
        self.places.retain(|_, (index, _)| {
            let now = stays.get(*index).copied().flatten();
            *index = now.unwrap_or(*index);
            now.is_some()
        });
        removed
    }

    fn find(&mut self, of: &Uri) -> Option<(usize, String)> {
        let path = canonical(&uri::path(of)?);
        self.root_of(&path);
        self.known(&path)
    }

    /// The place of a file in a root that is loaded. A root whose folders are gone is still found by its name.
    fn known(&self, path: &Path) -> Option<(usize, String)> {
        let (index, root) = match root_folder(path) {
            Some(folder) => self.all.iter().enumerate().find(|(_, root)| root.folder == folder)?,
            None => {
                let around = self.all.iter().enumerate().filter(|(_, root)| path.starts_with(&root.folder));
                around.max_by_key(|(_, root)| root.folder.as_os_str().len())?
            }
        };
        Some((index, disk::relative(&root.folder, path)?))
    }

    /// The nearest root, loaded if it is new.
    fn root_of(&mut self, path: &Path) -> Option<usize> {
        let folder = root_folder(path)?;
        if let Some(known) = self.all.iter().position(|root| root.folder == folder) {
            return Some(known);
        }
        self.all.push(Root::load(folder, &self.below));
        Some(self.all.len() - 1)
    }
}

impl Root {
    fn load(folder: PathBuf, below: &Config) -> Root {
        let config = disk::read_config(&folder, None, below.clone()).unwrap_or_else(|_| below.clone());
        let mut engine = Engine::new(config);
        told(disk::load_into(&mut engine, &folder));
        Root {
            folder,
            engine,
            below: below.clone(),
            open: HashMap::new(),
            config_read: true,
            config_shown: Vec::new(),
            config_at: None,
            git_due: false,
        }
    }

    /// How the client knows a file, and its version where it is open. Nothing for a file that is closed and is another
    /// one on disk than the engine has read: an edit would meet a text that it was not made from.
    pub fn identifier(&self, path: &str) -> Option<OptionalVersionedTextDocumentIdentifier> {
        if let Some(uri) = self.open.get(path) {
            let version = self.engine.version(path);
            return Some(OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version });
        }
        let uri = uri::uri(&self.folder.join(path))?;
        let is_same = match self.engine.on_disk(path) {
            Some(known) => disk::read(&self.folder, path).is_ok_and(|(text, _)| text == *known),
            None => disk::is_gone(&self.folder, path),
        };
        is_same.then_some(OptionalVersionedTextDocumentIdentifier { uri, version: None })
    }

    /// Takes in the settings as they are now.
    fn configure(&mut self) {
        // What cannot be read now may be half written: the last settings go on.
        let Ok(config) = disk::read_config(&self.folder, None, self.below.clone()) else { return };
        self.config_read = true;
        self.engine.apply(Change::Config(Box::new(config)));
        // Another layout may name folders that nobody has read.
        self.read_all();
    }

    /// Takes in what lies at a path now.
    pub fn reread(&mut self, path: &str) {
        if path == disk::CONFIG {
            return self.configure();
        }
        let path = path.to_string();
        match disk::read(&self.folder, &path) {
            Ok((text, _)) => self.engine.apply(Change::OnDisk { path, text }),
            Err(unread) if unread.is_gone => self.engine.apply(Change::Deleted { path }),
            // Its last state goes on.
            Err(unread) => eprintln!("{path}: {}", unread.message),
        }
    }

    /// As the client has spelled it, where it ever did.
    pub fn config_uri(&self) -> Option<Uri> {
        let own = || uri::uri(&self.folder.join(disk::CONFIG));
        self.open.get(disk::CONFIG).or(self.config_at.as_ref()).cloned().or_else(own)
    }

    /// The findings on a file that may be closed, as the client wants them.
    pub fn findings(&mut self, path: &str, encoding: Encoding) -> Option<Vec<Diagnostic>> {
        let snapshot = self.engine.snapshot();
        let document = snapshot.workspace.document(path)?;
        let convert =
            |found| diagnostic::diagnostic(found, document, &snapshot.workspace, &self.folder, encoding);
        Some(snapshot.diagnostics(path, Scope::Active).iter().map(convert).collect())
    }

    /// Takes in everything as it lies on disk now, and lets go of what is gone.
    pub fn read_all(&mut self) {
        let snapshot = self.engine.snapshot();
        for document in snapshot.workspace.documents() {
            if disk::is_gone(&self.folder, &document.path) {
                self.engine.apply(Change::Deleted { path: document.path.to_string() });
            }
        }
        told(disk::load_into(&mut self.engine, &self.folder));
    }

    /// The folder that holds all but the specifications and the settings.
    pub fn governance(&self) -> PathBuf {
        self.folder.join(&self.engine.config().layout.governance)
    }

    /// Asks git, where somebody looked around since it was asked last.
    pub fn ask_git(&mut self, git: &Sender<Question>) {
        if !std::mem::take(&mut self.git_due) {
            return;
        }
        if !self.folder.join(".git").exists() {
            self.engine.apply(Change::Git(None));
            return;
        }
        let wanted = self.engine.wanted_git();
        let config = self.engine.snapshot().workspace.config;
        // Its thread ends only with the process.
        drop(git.send(Question { folder: self.folder.clone(), config, wanted }));
    }

    /// Looks whether the paths exist that documents name.
    pub fn look_around(&mut self) {
        self.git_due = true;
        let wanted = self.engine.wanted_paths();
        let surroundings = disk::surroundings(&self.folder, self.engine.config(), &wanted);
        self.engine.apply(Change::Surroundings(surroundings));
    }
}

/// Editors show what a server writes to standard error in its log.
fn told(problems: Vec<disk::Problem>) {
    for problem in problems {
        eprintln!("{}: {}", problem.path, problem.message);
    }
}

fn root_folder(path: &Path) -> Option<PathBuf> {
    disk::find_root(path.ancestors().find(|path| path.exists())?)
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
