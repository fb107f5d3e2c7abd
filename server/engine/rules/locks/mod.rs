//! Rules about packets that change the same files at the same time.

family! { 'T', "File locks";
    lock_overlap
    lock_overlap_ready
    lock_set_empty
    worktree_shared
    worktrees_insufficient
}

use std::sync::Arc;

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::Report;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// More places beside a finding than anybody will look at; the message counts the others.
const TOLD: usize = 8;

/// Tells of each entry that other packets hold too, if they are of the kind that matters: one finding, however
/// many. Where one of them outranks these, another rule speaks.
fn tell(
    packet: &Document,
    workspace: &Workspace,
    report: &mut Report,
    matters: impl Fn(&Document) -> bool,
    outranks: impl Fn(&Document) -> bool,
    says: impl Fn(&str, &str) -> String,
) {
    // What is closed needs no files any more.
    if workspace.lifecycle(packet) == Lifecycle::Historical {
        return;
    }
    let locks: Vec<_> = packet.lock_set().map(|entry| (entry, entry.lock())).collect();
    for (entry, lock) in &locks {
        let scoped = workspace.open_in(lock).filter(|id| *id != packet.stem());
        let mut others: Vec<&Arc<Document>> = scoped.filter_map(|id| workspace.packet(id)).collect();
        if others.iter().any(|other| outranks(other)) {
            continue;
        }
        others.retain(|other| matters(other));
        others.sort_by(|one, other| one.path.cmp(&other.path));
        others.dedup_by(|one, other| one.path == other.path);
        let Some(first) = others.first() else { continue };
        let named = match others.len() {
            1 => first.stem().to_string(),
            more => format!("{} and {} more", first.stem(), more - 1),
        };
        let finding = report.at(entry.range, says(&entry.path, &named));
        for other in others.into_iter().take(TOLD) {
            let place = other.field(Label::InScopePaths).map(|field| field.line).unwrap_or_default();
            finding.related(other.path.clone(), place, format!("in scope of {}", other.stem()));
        }
    }
}
