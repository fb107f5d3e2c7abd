//! Changes over several files, shown as a diff or written: all of them, or none.

use std::path::Path;

use engine::ide::source_change::{FileChange, Move, SourceChange};
use similar::TextDiff;

use crate::save;

/// What would change, as a unified diff, which `git apply` and `patch` read.
pub fn diff(change: &SourceChange) -> String {
    let mut out = String::new();
    for file in &change.files {
        let (before, after) = file.texts();
        let old = if before.is_some() { format!("a/{}", file.path) } else { "/dev/null".to_string() };
        let to = change.moves.iter().find(|moved| moved.from == file.path).map(|moved| &moved.to);
        if let Some(to) = to {
            out.push_str(&renamed(&file.path, to));
        }
        let new = format!("b/{}", to.unwrap_or(&file.path));
        let diff = TextDiff::from_lines(before.map_or("", |before| before), &after);
        let diff = diff.unified_diff().context_radius(3).header(&old, &new).to_string();
        out.push_str(&diff);
    }
    let is_edited = |moved: &&Move| change.files.iter().any(|file| file.path == moved.from);
    for moved in change.moves.iter().filter(|moved| !is_edited(moved)) {
        out.push_str(&renamed(&moved.from, &moved.to));
    }
    out
}

/// What git says of a file that goes elsewhere.
fn renamed(from: &str, to: &str) -> String {
    format!("diff --git a/{from} b/{to}\nrename from {from}\nrename to {to}\n")
}

/// Writes every file and tells of each. Where one cannot be written, those before it are put back as they were.
pub fn write(root: &Path, change: &SourceChange) -> Result<(), String> {
    let files: Vec<&FileChange> = change.in_order().collect();
    for (at, file) in files.iter().enumerate() {
        if let Err(message) = write_one(root, file) {
            let mut said = format!("{}: {message}; nothing is changed", file.path);
            for written in files[..at].iter().rev() {
                if let Err(message) = put_back(root, written) {
                    said.push_str(&format!(", but {}: {message}", written.path));
                }
            }
            return Err(said);
        }
    }
    for moved in &change.moves {
        save::relocate(root, &moved.from, &moved.to).map_err(|message| {
            format!("{}: {message}; what is said of it is written, the file is where it was", moved.from)
        })?;
    }
    for file in &change.files {
        let (before, _) = file.texts();
        eprintln!("{} {} ({})", if before.is_some() { "changed" } else { "created" }, file.path, file.why);
    }
    for Move { from, to, why } in &change.moves {
        eprintln!("moved {from} to {to} ({why})");
    }
    Ok(())
}

fn write_one(root: &Path, file: &FileChange) -> Result<(), String> {
    match file.texts() {
        (Some(before), after) => save::write(root, &file.path, before, &after),
        (None, text) => save::create(root, &file.path, &text),
    }
}

fn put_back(root: &Path, file: &FileChange) -> Result<(), String> {
    match file.texts() {
        (Some(before), after) => save::write(root, &file.path, &after, before),
        (None, text) => save::remove(root, &file.path, &text),
    }
}
