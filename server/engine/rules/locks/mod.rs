//! Rules about packets that change the same files at the same time.

family! { 'T', "File locks";
    lock_overlap
    lock_overlap_ready
    lock_set_empty
}

use std::sync::Arc;

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::Report;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// Tells of each entry that other packets hold too, if they are of the kind that matters: one finding, however many.
fn tell(
    packet: &Document,
    workspace: &Workspace,
    report: &mut Report,
    matters: impl Fn(&Document) -> bool,
    says: impl Fn(&str, &str) -> String,
) {
    for entry in packet.lock_set() {
        let lock = entry.lock();
        let mut others: Vec<&Arc<Document>> = workspace
            .index()
            .scoped(&lock)
            .filter(|id| *id != packet.stem())
            .filter_map(|id| workspace.packet(id))
            .filter(|other| matters(other) && workspace.lifecycle(other) == Lifecycle::Active)
            .collect();
        others.sort_by(|one, other| one.path.cmp(&other.path));
        others.dedup_by(|one, other| one.path == other.path);
        let Some(first) = others.first() else { continue };
        let named = match others.len() {
            1 => first.stem().to_string(),
            more => format!("{} and {} more", first.stem(), more - 1),
        };
        let finding = report.at(entry.range, says(&entry.path, &named));
        for other in others {
            let place = other.field(Label::InScopePaths).map(|field| field.line).unwrap_or_default();
            finding.related(other.path.clone(), place, format!("in scope of {}", other.stem()));
        }
    }
}
