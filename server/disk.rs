//! Finds the workspace root and reads its files; nothing else opens files of a workspace.

use std::fs;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use engine::config::Config;
use engine::document::kind;
use engine::engine::Engine;
use engine::engine::wanted::WantedPaths;
use engine::text::grammar::recipe::recipes;
use engine::workspace::surroundings::{Presence, Surroundings};

use super::threads::by_two;

/// Larger files are named and left alone.
const LARGEST: u64 = 32 * 1024 * 1024;

/// The configuration file's name, at the workspace root.
pub const CONFIG: &str = "taskpacket.toml";

/// What was made of the files that were read, and what could not be.
#[derive(Debug)]
pub struct Loaded<T> {
    pub files: Vec<T>,
    pub problems: Vec<Problem>,
}

/// A file that could not be read as it should.
#[derive(Debug)]
pub struct Problem {
    pub path: String,
    pub message: String,
}

/// The nearest folder at or above `start` that holds a governance folder or a configuration file.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    let start = fs::canonicalize(start).ok()?;
    let start = if start.is_dir() { start } else { start.parent()?.to_path_buf() };
    start
        .ancestors()
        .find(|folder| folder.join(".GOV").is_dir() || folder.join(CONFIG).is_file())
        .map(Path::to_path_buf)
}

/// The settings of a root. What its file does not say stays as in `below`; what is wrong in it is told by the rule `config`.
pub fn read_config(root: &Path, explicit: Option<&Path>, below: Config) -> Result<Config, String> {
    let path = explicit.map_or_else(|| root.join(CONFIG), Path::to_path_buf);
    match fs::read_to_string(&path) {
        Ok(text) => {
            let (mut config, _) = below.with(&text);
            if explicit.is_some() {
                let real = fs::canonicalize(&path).unwrap_or(path);
                config.layout.config =
                    relative(root, &real).unwrap_or_else(|| real.to_string_lossy().into_owned());
            }
            Ok(config)
        }
        Err(error) if explicit.is_none() && error.kind() == std::io::ErrorKind::NotFound => Ok(below),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

/// Takes every file of the workspace into an engine; says what could not be read.
pub fn load_into(engine: &mut Engine, root: &Path) -> Vec<Problem> {
    let pointer = &engine.config().layout.spec_pointer;
    let pointer = read(root, pointer).ok().map(|(text, _)| (pointer.clone(), text));
    let reader = engine.reader().with_pointer(pointer);
    let loaded = load(root, engine.config(), |path, text| reader.read(path, text));
    engine.load(loaded.files);
    loaded.problems
}

/// Reads every file of the workspace that has a kind, in the governance folder and at the root where the specifications
/// lie. Each is given to `work` as soon as it is read, with its path relative to the root, with `/`.
pub fn load<T: Send>(root: &Path, config: &Config, work: impl Fn(String, Arc<str>) -> T + Sync) -> Loaded<T> {
    let mut loaded = Loaded { files: Vec::new(), problems: Vec::new() };
    let mut paths = Vec::new();
    if let Ok(entries) = fs::read_dir(root) {
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else { continue };
            if entry.file_type().is_ok_and(|kind| kind.is_file()) && kind::by_path(&name, config).is_some() {
                paths.push(name);
            }
        }
    }
    // A file of settings that the command line names may lie anywhere.
    let settings = &config.layout.config;
    if !paths.contains(settings) && root.join(settings).is_file() {
        paths.push(settings.clone());
    }
    // Dot folders are wanted and links are not followed, so no loop can hold the walk up.
    let walk = ignore::WalkBuilder::new(root.join(&config.layout.governance)).standard_filters(false).build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let Some(path) = relative(root, entry.path()) else { continue };
                if kind::by_path(&path, config).is_none() {
                    continue;
                }
                match entry.file_type().map_or(Ok(()), |kind| readable(root, entry.path(), kind)) {
                    Ok(()) => paths.push(path),
                    Err(why) => loaded.problems.push(Problem { path, message: format!("not read: {why}") }),
                }
            }
            Err(error) => loaded.problems.push(Problem { path: String::new(), message: error.to_string() }),
        }
    }
    paths.sort_unstable();
    let size = |path: &String| fs::metadata(root.join(path)).map_or(0, |found| found.len());
    let made = by_two(&paths, size, |path| {
        let (text, note) = read(root, path)?;
        Ok::<_, Unread>((work(path.clone(), text), note))
    });
    for (path, made) in paths.into_iter().zip(made) {
        let message = match made {
            Ok((made, note)) => {
                loaded.files.push(made);
                note
            }
            Err(unread) => Some(unread.message),
        };
        loaded.problems.extend(message.map(|message| Problem { path, message }));
    }
    loaded
}

/// Whether what has the name of a file of ours is one; a link is, if it leads to a file below the root.
fn readable(root: &Path, place: &Path, kind: fs::FileType) -> Result<(), &'static str> {
    if kind.is_dir() {
        return Err("a folder");
    }
    if !kind.is_symlink() {
        return if kind.is_file() { Ok(()) } else { Err("not a file") };
    }
    let leads_to = fs::canonicalize(place).map_err(|_| "a link that leads nowhere")?;
    let is_inside = fs::canonicalize(root).is_ok_and(|root| leads_to.starts_with(root));
    match is_inside {
        true if leads_to.is_file() => Ok(()),
        true => Err("a link to what is no file"),
        false => Err("a link that leads out of the workspace"),
    }
}

/// Product code that names the governance folder, as far as git does not ignore it.
pub fn product(root: &Path, config: &Config) -> Vec<(String, Arc<str>)> {
    let governance = config.layout.governance.as_bytes();
    let mut found = Vec::new();
    for folder in kind::PRODUCT.iter().map(|folder| root.join(folder)).filter(|folder| folder.is_dir()) {
        let mut walk = ignore::WalkBuilder::new(folder);
        walk.git_global(false).require_git(false);
        for entry in walk.build().flatten() {
            let Some(path) = relative(root, entry.path()) else { continue };
            if kind::by_path(&path, config) != Some(kind::Kind::Product) {
                continue;
            }
            let names = |text: &Arc<str>| memchr::memmem::find(text.as_bytes(), governance).is_some();
            found
                .extend(read(root, &path).ok().map(|(text, _)| (path, text)).filter(|(_, text)| names(text)));
        }
    }
    found.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    found
}

/// Why a file has no text.
#[derive(Debug)]
pub struct Unread {
    /// There is no such file; anything else, a lock or a lost connection, may pass.
    pub is_gone: bool,
    pub message: String,
}

impl From<std::io::Error> for Unread {
    fn from(error: std::io::Error) -> Unread {
        Unread { is_gone: error.kind() == std::io::ErrorKind::NotFound, message: error.to_string() }
    }
}

/// Whether there is nothing at a path.
pub fn is_gone(root: &Path, path: &str) -> bool {
    fs::metadata(root.join(path)).is_err_and(|error| Unread::from(error).is_gone)
}

/// One file as text, with a note where its bytes are not UTF-8.
pub fn read(root: &Path, path: &str) -> Result<(Arc<str>, Option<String>), Unread> {
    let refused = |message| Unread { is_gone: false, message };
    let place = root.join(path);
    let found = fs::metadata(&place)?;
    // Opening a pipe would wait for its writer for ever.
    if !found.is_file() {
        return Err(refused("not a file".to_string()));
    }
    let size = found.len();
    if size > LARGEST {
        return Err(refused(format!("not read: {size} bytes, at most {LARGEST} are")));
    }
    let bytes = whole(&place, usize::try_from(size).unwrap_or_default())?;
    match as_text(bytes) {
        Ok(text) => Ok((text, None)),
        Err(bytes) => {
            let at = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
            let text = String::from_utf8_lossy(&bytes).into();
            Ok((text, Some(format!("not UTF-8 from byte {at} on; read with replacement characters"))))
        }
    }
}

/// The bytes of a file that had so many. They are read to where they stay: a copy of a specification is several MB of
/// fresh memory, which is a good part of what reading it costs.
fn whole(place: &Path, size: usize) -> std::io::Result<Arc<[u8]>> {
    let mut file = fs::File::open(place)?;
    let mut bytes: Arc<[u8]> = std::iter::repeat_n(0, size).collect();
    let mut read = 0;
    while let Some(room) = Arc::get_mut(&mut bytes).and_then(|bytes| bytes.get_mut(read..))
        && !room.is_empty()
    {
        match file.read(room) {
            Ok(0) => return Ok(bytes.get(..read).unwrap_or_default().into()),
            Ok(more) => read += more,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let mut more = Vec::new();
    file.take(LARGEST).read_to_end(&mut more)?;
    Ok(if more.is_empty() { bytes } else { [&bytes, more.as_slice()].concat().into() })
}

/// The bytes as text, where they are it.
fn as_text(bytes: Arc<[u8]>) -> Result<Arc<str>, Arc<[u8]>> {
    if std::str::from_utf8(&bytes).is_err() {
        return Err(bytes);
    }
    // SAFETY: they are UTF-8, and `str` is laid out as `[u8]` is, so that the pointer is one that `Arc<str>` gives out.
    Ok(unsafe { Arc::from_raw(Arc::into_raw(bytes) as *const str) })
}

/// Looks at the clock, at each wanted path inside the root, and at the folders that missing ones would lie in.
pub fn surroundings(root: &Path, config: &Config, wanted: &WantedPaths) -> Surroundings {
    let mut surroundings = Surroundings::default();
    surroundings.now = Some(jiff::Timestamp::now());
    let justfile = ["justfile", "Justfile", ".justfile"].iter().find_map(|name| read(root, name).ok());
    surroundings.recipes = justfile.and_then(|(text, _)| recipes(&text));
    let governance_only = is_governance_only(root);
    // A document may name any path; only those below the root are looked at.
    // Where only the governance files were checked out, the absence of code says nothing.
    let is_looked_at = |path: &&String| {
        let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        inside && (!governance_only || path.starts_with(&config.layout.governance))
    };
    for path in wanted.cited.iter().filter(is_looked_at) {
        if let Some(lines) = line_count(&root.join(path)) {
            surroundings.note_line_count(path, lines);
        }
    }
    for path in wanted.linked.iter().filter(is_looked_at) {
        if let (Presence::File, bytes) = look(&root.join(path)) {
            surroundings.note_size(path, bytes);
        }
    }
    for path in wanted.paths.iter().chain(&wanted.cited).filter(is_looked_at) {
        let (presence, bytes) = look(&root.join(path));
        surroundings.note(path, presence);
        if presence == Presence::File {
            surroundings.note_size(path, bytes);
        }
        if let (Presence::Missing, Some((folder, _))) =
            (presence, path.trim_end_matches('/').rsplit_once('/'))
        {
            surroundings.note(folder, look(&root.join(folder)).0);
        }
    }
    surroundings
}

/// How many lines a file has; a last one without an end counts.
fn line_count(place: &Path) -> Option<u32> {
    let found = fs::metadata(place).ok()?;
    if !found.is_file() || found.len() > LARGEST {
        return None;
    }
    let bytes = fs::read(place).ok()?;
    let open = bytes.last().is_some_and(|last| *last != b'\n');
    let ends = bytes.iter().filter(|byte| **byte == b'\n').count();
    u32::try_from(ends + usize::from(open)).ok()
}

/// What stands at a place, and how many bytes it has.
fn look(place: &Path) -> (Presence, u64) {
    match fs::metadata(place) {
        Ok(found) if found.is_dir() => (Presence::Directory, 0),
        Ok(found) => (Presence::File, found.len()),
        Err(_) => (Presence::Missing, 0),
    }
}

/// Whether the root holds no folder that could be code: hidden folders are none.
fn is_governance_only(root: &Path) -> bool {
    let Ok(entries) = fs::read_dir(root) else { return false };
    !entries.flatten().any(|entry| {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        !hidden && entry.file_type().is_ok_and(|kind| kind.is_dir())
    })
}

/// A path below the root, with `/`.
pub fn relative(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> =
        path.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/")).filter(|path| !path.is_empty())
}

// The benchmarks take this file in and have no tests, so no module of tests stands around it.
#[test]
fn file_is_read_whole_though_it_grew_or_shrank_since_it_was_looked_at() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("one.md");
    for words in ["", "# T", "# \u{e4}\n- one\n"] {
        fs::write(&place, words).expect("written");
        for size in [0, 1, words.len(), words.len() + 7] {
            let read = whole(&place, size).expect("it is there");
            assert_eq!(as_text(read).as_deref(), Ok(words), "looked {size} bytes long");
        }
    }
    assert!(as_text(Arc::from(*b"\xff")).is_err());
}
