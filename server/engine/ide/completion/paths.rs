//! Paths in IN_SCOPE_PATHS and FILES_TO_OPEN: documents of the workspace, and what was seen around it.

use super::spot::Spot;
use super::{Found, Sort};
use crate::document::contract::label::Label;
use crate::workspace::surroundings::Presence;

const LISTS: &[Label] = &[Label::InScopePaths, Label::FilesToOpen];

pub(super) fn paths<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let listed = spot.value().or_else(|| spot.item()).filter(|(field, _)| LISTS.contains(&field.label));
    let (field, from) = listed?;
    let is_path = |letter: char| !letter.is_whitespace() && !"`,;|".contains(letter);
    let start = spot.word_start(from, is_path);
    let mut found = Found::at(spot, Sort::Path, start, spot.word_rest(is_path));
    // A note behind the path names no other one.
    if !spot.document.text.get(from..start).is_some_and(|before| before.trim_matches('`').trim().is_empty()) {
        return Some(found);
    }
    let line = spot.line();
    let entries = spot.document.paths(field.label).iter().filter(|entry| !line.contains(entry.range));
    let written: Vec<&str> = entries.map(|entry| entry.path.trim_end_matches('/')).collect();
    let scoped: Vec<&str> =
        spot.document.paths(Label::InScopePaths).iter().map(|entry| &*entry.path).collect();
    let group = |path: &str| {
        let governed = path.starts_with(&spot.workspace.config.layout.governance);
        match field.label {
            Label::FilesToOpen if scoped.contains(&path) => 0,
            _ => 1 + u32::from(governed),
        }
    };
    let mut seen: Vec<(String, &str)> = Vec::new();
    for document in spot.workspace.documents().filter(|document| document.path != spot.document.path) {
        seen.push((document.path.to_string(), document.kind.name()));
    }
    for (path, presence) in spot.workspace.surroundings.paths() {
        match presence {
            Presence::File => seen.push((path.to_string(), "")),
            Presence::Directory => seen.push((format!("{path}/"), "a directory")),
            Presence::Missing => {}
        }
    }
    seen.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.cmp(one.1)));
    seen.dedup_by(|one, other| one.0 == other.0);
    for (path, detail) in seen {
        if !written.contains(&path.trim_end_matches('/')) {
            found.plain(group(&path), &path, detail);
        }
    }
    Some(found)
}
