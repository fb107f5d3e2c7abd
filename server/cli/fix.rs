//! `check --fix` and `check --diff`: safe fixes written to their files, or shown.

use std::fmt::Write as _;
use std::path::Path;

use engine::engine::{Change, Engine};
use similar::TextDiff;

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
