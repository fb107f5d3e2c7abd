//! `check --fix` and `check --diff`: safe fixes written to their files, or shown.

use std::fmt::Write as _;
use std::path::Path;

use engine::engine::{Change, Engine};
use engine::ide::source_change::SourceChange;
use similar::TextDiff;

use super::change;
use crate::save;

/// One file, before and after.
pub struct Changed {
    pub path: String,
    /// As it was read.
    pub before: String,
    pub after: String,
    /// How many fixes made the difference.
    pub count: usize,
}

/// The files that safe fixes would change.
pub fn changes(engine: &mut Engine, paths: &[String]) -> Vec<Changed> {
    let snapshot = engine.snapshot();
    let mut changes = Vec::new();
    for path in paths {
        let Some(document) = snapshot.workspace.document(path) else { continue };
        if let Some(fixed) = snapshot.fixed(path).filter(|fixed| *fixed.text != *document.text) {
            let before = document.text.to_string();
            changes.push(Changed { path: path.clone(), before, after: fixed.text, count: fixed.count });
        }
    }
    changes
}

/// Writes each change to its file and takes in what the file holds then; says what was done and what could not be.
pub fn write(root: &Path, engine: &mut Engine, changes: Vec<Changed>) -> bool {
    let mut complete = true;
    for Changed { path, before, after, count } in changes {
        let text = match save::write(root, &path, &before, &after) {
            Ok(()) => {
                eprintln!("fixed {path}: {count} {}", if count == 1 { "fix" } else { "fixes" });
                after
            }
            Err(message) => {
                eprintln!("taskpacket: {path}: {message}");
                complete = false;
                before
            }
        };
        engine.apply(Change::OnDisk { path, text: text.into() });
    }
    complete
}

/// Makes a change over several files, all of it or none, and takes in what they hold then.
pub fn make(root: &Path, engine: &mut Engine, made: &SourceChange) -> bool {
    if let Err(message) = change::write(root, made) {
        eprintln!("taskpacket: {message}");
        return false;
    }
    for file in &made.files {
        let text = file.texts().1.into();
        engine.apply(Change::OnDisk { path: file.path.to_string(), text });
    }
    for moved in &made.moves {
        let text = engine.snapshot().workspace.document(&moved.from).map(|document| document.text.clone());
        engine.apply(Change::Deleted { path: moved.from.to_string() });
        if let Some(text) = text {
            engine.apply(Change::OnDisk { path: moved.to.to_string(), text });
        }
    }
    true
}

/// The changes as a unified diff, which `git apply` and `patch` read.
pub fn diff(changes: &[Changed]) -> String {
    let mut out = String::new();
    for Changed { path, before, after, .. } in changes {
        let diff = TextDiff::from_lines(before.as_str(), after.as_str());
        let _ = write!(
            out,
            "{}",
            diff.unified_diff().context_radius(3).header(&format!("a/{path}"), &format!("b/{path}"))
        );
    }
    out
}
