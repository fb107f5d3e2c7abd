//! What the tests of the program share: the fixtures as files, folders that hold some, and one run of it.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

pub const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");

/// Every text in a folder, by its path below `root`.
pub fn texts(root: &Path, folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(texts(root, &path));
        } else if let Ok(text) = fs::read_to_string(&path) {
            let below = path.strip_prefix(root).expect("below").to_string_lossy().into_owned();
            found.push((below, text));
        }
    }
    found
}

/// The demo workspace as files, with one of them changed.
pub fn demo(path: &str, change: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let root = Path::new(FIXTURES).join("workspaces/demo");
    let changed = |(name, text): (String, String)| match name == path {
        true => (name, change(&text)),
        false => (name, text),
    };
    texts(&root, &root).into_iter().map(changed).collect()
}

/// A folder with these files in it.
pub fn folder<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("it has one")).expect("a folder");
        fs::write(place, text).expect("a file");
    }
    folder
}

/// Runs the program: its exit code, standard output and standard error.
pub fn run(root: &Path, arguments: &[&str], input: &str) -> (Option<i32>, String, String) {
    let run = assert_cmd::Command::new(env!("CARGO_BIN_EXE_taskpacket"))
        .args(arguments)
        .current_dir(root)
        .write_stdin(input)
        .output()
        .expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (run.status.code(), text(&run.stdout), text(&run.stderr))
}
