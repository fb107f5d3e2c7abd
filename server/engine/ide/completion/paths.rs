//! Paths in IN_SCOPE_PATHS and FILES_TO_OPEN: documents of the workspace, what was seen around it, and what git tracks.

use std::collections::BTreeMap;

use super::blocks::holds;
use super::spot::Spot;
use super::{About, Found, Sort};
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
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for document in spot.workspace.documents().filter(|document| document.path != spot.document.path) {
        seen.push((&document.path, document.kind.name()));
    }
    for (path, presence) in spot.workspace.surroundings.paths() {
        match presence {
            Presence::File => seen.push((path, "")),
            Presence::Directory => seen.push((path, DIRECTORY)),
            Presence::Missing => {}
        }
    }
    if let Some(git) = &spot.workspace.surroundings.git {
        let tracked = git.tracked.iter().map(String::as_str);
        // Nothing typed fits every file: those beside what is listed are the likely ones.
        let likely = tracked.filter(|path| {
            !found.typed.is_empty() || written.iter().any(|other| folder(other) == folder(path))
        });
        seen.extend(likely.map(|path| (path, "")));
    }
    seen.sort_unstable_by(|one, other| one.0.cmp(other.0).then(other.1.cmp(one.1)));
    seen.dedup_by(|one, other| one.0 == other.0);
    let locks = locks(spot);
    for (path, detail) in seen {
        if written.contains(&path.trim_end_matches('/')) {
            continue;
        }
        let directory = if detail == DIRECTORY { format!("{path}/") } else { path.to_string() };
        // What somebody else holds comes last, and says who.
        let (group, detail) = match holder(path, &locks) {
            Some(holder) => (9, format!("locked by {holder}")),
            None => (group(path), detail.to_string()),
        };
        found.add(group, &directory, &directory, false, detail, About::Path(path.to_string()));
    }
    Some(found)
}

const DIRECTORY: &str = "a directory";

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The paths that other packets hold now, each with the holder.
fn locks(spot: &Spot) -> BTreeMap<String, String> {
    let index = spot.workspace.index();
    let others = index.packets.iter().filter(|id| *id != spot.document.stem() && holds(id, spot.workspace));
    let held = others.filter_map(|id| spot.workspace.packet(id));
    held.flat_map(|packet| packet.lock_set().map(|entry| (entry.lock(), packet.stem().to_string()))).collect()
}

/// Who holds a path or a folder around it.
fn holder<'a>(path: &str, locks: &'a BTreeMap<String, String>) -> Option<&'a str> {
    if locks.is_empty() {
        return None;
    }
    let path = path.trim_end_matches('/').to_lowercase();
    let around = path.match_indices('/').map(|(at, _)| &path[..at]);
    around.chain([path.as_str()]).find_map(|path| locks.get(path)).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::ide::completion::completions;
    use crate::ide::testing::asked;
    use crate::workspace::git::Git;

    #[test]
    fn what_git_tracks_is_offered_and_what_others_hold_is_marked() {
        let offered = |typed: &str| {
            let mut place = asked(&format!(
                "//- .GOV/task_packets/WP-1-A.md\n- IN_SCOPE_PATHS:\n  - src/store/mod.rs\n  - {typed}$0\n\
                 //- .GOV/task_packets/WP-1-Sync.md\n# Task Packet: WP-1-Sync\n- **Status:** In Progress\n- IN_SCOPE_PATHS:\n  - src/sync/\n",
            ));
            let tracked = ["app/main.ts", "src/store/batch.rs", "src/sync/a.rs"].map(String::from).to_vec();
            let mut around = (*place.workspace.surroundings).clone();
            around.git = Some(Arc::new(Git { tracked, ..Git::default() }));
            place.workspace.surroundings = Arc::new(around);
            let found = completions(place.document(), &place.workspace, place.offset).list;
            found.into_iter().map(|found| (found.label, found.detail)).collect::<Vec<_>>()
        };
        let held = ("src/sync/a.rs".to_string(), "locked by WP-1-Sync".to_string());
        assert_eq!(offered("src"), [("src/store/batch.rs".to_string(), String::new()), held]);
        let likely = offered("");
        assert_eq!(likely.first().map(|(path, _)| path.as_str()), Some("src/store/batch.rs"), "{likely:?}");
        assert!(likely.iter().all(|(path, _)| path != "app/main.ts"), "{likely:?}");
    }
}
