//! `check --fix` and `check --diff`: safe fixes written to their files, or shown.

use std::fmt::Write as _;
use std::path::Path;

use engine::engine::{Change, Engine};
use similar::TextDiff;

use crate::disk;

/// The files that safe fixes would change: path, text as it was read, text afterwards.
pub fn changes(engine: &mut Engine, paths: &[String]) -> Vec<(String, String, String)> {
    let snapshot = engine.snapshot();
    let mut changes = Vec::new();
    for path in paths {
        let Some(document) = snapshot.workspace.document(path) else { continue };
        if let Some(fixed) = snapshot.fixed(path).filter(|fixed| *fixed.text != *document.text) {
            changes.push((path.clone(), document.text.to_string(), fixed.text));
        }
    }
    changes
}

/// Writes each change to its file and takes it in; says what was done and what could not be.
pub fn write(root: &Path, engine: &mut Engine, changes: Vec<(String, String, String)>) -> bool {
    let mut complete = true;
    for (path, before, after) in changes {
        match disk::write(root, &path, &before, &after) {
            Ok(()) => {
                eprintln!("fixed {path}");
                engine.apply(Change::OnDisk { path, text: after.into() });
            }
            Err(message) => {
                eprintln!("taskpacket: {path}: {message}");
                complete = false;
            }
        }
    }
    complete
}

/// The changes as a unified diff, which `git apply` and `patch` read.
pub fn diff(changes: &[(String, String, String)]) -> String {
    let mut out = String::new();
    for (path, before, after) in changes {
        let diff = TextDiff::from_lines(before.as_str(), after.as_str());
        let _ = write!(
            out,
            "{}",
            diff.unified_diff().context_radius(3).header(&format!("a/{path}"), &format!("b/{path}"))
        );
    }
    out
}
