//! What a path leads to, which packets have it in scope, and who holds it.

use crate::document::paths::PathEntry;
use crate::ide::card::{Card, Phrase};
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;
use crate::workspace::surroundings::Presence;

pub fn card(path: &str, workspace: &Workspace) -> Card {
    let mut card = Card::titled(Phrase::default().code(path));
    let git = workspace.surroundings.git.as_ref();
    let tracked = git.map(|git| git.tracked.binary_search_by(|known| known.as_str().cmp(path)).is_ok());
    match (workspace.document(path), workspace.surroundings.presence(path)) {
        (Some(document), _) => {
            let (kind, lines, bytes) =
                (document.kind.name(), document.lines().line_count(), document.text.len());
            card.row("Exists", format!("{kind}, {lines} lines, {bytes} bytes"));
        }
        (None, Some(Presence::Directory)) => card.row("Exists", "a directory"),
        (None, Some(Presence::Missing)) => card.row("Exists", "no"),
        (None, seen) => match workspace.surroundings.size(path) {
            Some(bytes) => card.row("Exists", format!("a file, {bytes} bytes")),
            None if seen.is_some() => card.row("Exists", "a file"),
            None => {}
        },
    }
    if let Some(tracked) = tracked.filter(|_| !path.ends_with('/')) {
        let changed = git.is_some_and(|git| git.is_changed(path));
        let said = match (tracked, changed) {
            (true, true) => "tracked, changed since the last commit",
            (true, false) => "tracked",
            (false, _) => "not tracked",
        };
        card.row("Git", said);
    }
    let lock = path.trim_end_matches('/').to_lowercase();
    let mut scoped: Vec<&str> = workspace.index().scoped(&lock).collect();
    scoped.sort_unstable();
    scoped.dedup();
    let holds = |id: &&&str| {
        workspace.packet(id).is_some_and(|packet| {
            workspace.is_in_progress(packet)
                && workspace.lifecycle(packet) == Lifecycle::Active
                && packet.lock_set().map(PathEntry::lock).any(|own| touches(&own, &lock))
        })
    };
    let holders = Phrase::list(scoped.iter().filter(holds).map(|id| Phrase::from(*id)), 8);
    if !holders.is_empty() {
        card.row("Locked by", holders);
    }
    let scoped = Phrase::list(scoped.iter().map(|id| Phrase::from(*id)), 8);
    card.row("In scope of", if scoped.is_empty() { Phrase::from("no packet") } else { scoped });
    card
}

/// Whether one path is the other, or lies around or below it.
fn touches(one: &str, other: &str) -> bool {
    let inside = |outer: &str, inner: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    inside(one, other) || inside(other, one)
}
