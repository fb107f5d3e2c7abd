//! Rules about packets that change the same files at the same time.

family! { 'T', "File locks";
    lock_overlap
    lock_overlap_ready
    lock_set_empty
}

use std::sync::Arc;

use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::paths::{PathEntry, PathForm};
use crate::document::status::Status;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// Whether somebody works on a packet now: the packet says so, or the board.
fn is_in_progress(packet: &Document, workspace: &Workspace) -> bool {
    let states = [State::InProgress, State::Active];
    let on_board = workspace
        .index()
        .board()
        .iter()
        .any(|entry| entry.wp == packet.stem() && states.contains(&entry.state));
    packet.facts().status == Some(Status::InProgress) || on_board
}

/// The files that a packet locks: what is in scope, without the records that every packet writes to.
fn lock_set(packet: &Document) -> Vec<PathEntry> {
    let layout = &packet.config.layout;
    let shared =
        [&layout.task_board, &layout.signature_audit, &layout.registry, &layout.spec_pointer, &layout.gates];
    let own = [
        format!("{}/{}.md", layout.packets, packet.stem()),
        format!("{}/{}.md", layout.refinements, packet.stem()),
    ];
    let mut paths = packet.paths(Label::InScopePaths);
    paths.retain(|entry| {
        entry.form != PathForm::Prose
            && !shared.iter().any(|path| **path == entry.path)
            && !own.contains(&entry.path)
    });
    paths
}

/// Whether two entries mean a file in common.
fn overlap(one: &PathEntry, other: &PathEntry) -> bool {
    let (a, b) =
        (one.path.trim_end_matches('/').to_lowercase(), other.path.trim_end_matches('/').to_lowercase());
    let inside =
        |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'));
    a == b || inside(&a, &b) || inside(&b, &a)
}

/// The first pair of entries in which two packets meet.
fn meeting(one: &Document, other: &Document) -> Option<(PathEntry, PathEntry)> {
    let theirs = lock_set(other);
    lock_set(one).into_iter().find_map(|mine| {
        theirs.iter().find(|other| overlap(&mine, other)).map(|other| (mine.clone(), other.clone()))
    })
}

/// Other packets that are still worked on or may be started.
fn others<'a>(packet: &'a Document, workspace: &'a Workspace) -> impl Iterator<Item = &'a Arc<Document>> {
    workspace
        .index()
        .packets
        .iter()
        .filter_map(|id| workspace.packet(id))
        .filter(|other| other.path != packet.path && workspace.lifecycle(other) == Lifecycle::Active)
}
