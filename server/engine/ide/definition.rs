//! Where a place leads: an anchor to its section, an id to its packet, a signature to its audit row, a path to its file.

use super::Location;
use super::target::{Target, target};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// Every place that is meant at an offset, the best one first.
pub fn definition(document: &Document, workspace: &Workspace, offset: usize) -> Vec<Location> {
    match target(document, workspace, offset) {
        Some(Target::Anchor { resolution, .. }) => {
            let Some(spec) = workspace.current_spec() else { return Vec::new() };
            resolution
                .headings()
                .iter()
                .map(|heading| Location::new(&spec.path, heading.title_range()))
                .collect()
        }
        Some(Target::WorkPacket { id, .. }) => work_packet(&id, document, workspace),
        Some(Target::Signature { written, .. }) => signature(&written, document, workspace),
        Some(Target::Path { path, line, .. }) => vec![file(&path, line, workspace)],
        _ => Vec::new(),
    }
}

/// The packet, or the active packet of a base id, or the stub; then the refinement.
fn work_packet(id: &str, from: &Document, workspace: &Workspace) -> Vec<Location> {
    let active = workspace.index().registered(id).and_then(|row| workspace.document(&row.active));
    let packet = workspace.packet(id).or(active).or_else(|| workspace.stub(id));
    let refinement = workspace.refinement(id);
    // From the packet itself the way leads on to what it rests on.
    let found = packet.into_iter().chain(refinement).filter(|found| found.path != from.path);
    found
        .map(|found| Location::new(&found.path, found.title().map_or(Range::empty(0), |title| title.title)))
        .collect()
}

/// The audit row; in the audit, where the signature is spent.
fn signature(written: &str, from: &Document, workspace: &Workspace) -> Vec<Location> {
    if from.kind != Kind::Audit && workspace.only(Kind::Audit).is_some() {
        return audited(written, workspace);
    }
    uses(written, workspace)
}

/// The first place that says whose a signature is: its audit row, or else where it is spent.
pub(super) fn spent(written: &str, workspace: &Workspace) -> Option<Location> {
    audited(written, workspace).into_iter().chain(uses(written, workspace)).next()
}

fn audited(written: &str, workspace: &Workspace) -> Vec<Location> {
    let Some(audit) = workspace.only(Kind::Audit) else { return Vec::new() };
    let rows = audit.audit_rows();
    let own = rows.iter().filter(|row| row.signature.of(&audit.text).trim_matches('`') == written);
    own.map(|row| Location::new(&audit.path, row.signature)).collect()
}

fn uses(written: &str, workspace: &Workspace) -> Vec<Location> {
    let uses = workspace.index().uses(written).iter().filter_map(|used| workspace.document(&used.path));
    uses.map(|used| {
        let at = used.text.find(written).unwrap_or(0);
        Location::new(&used.path, Range::new(at, at + written.len()))
    })
    .collect()
}

fn file(path: &str, line: Option<u32>, workspace: &Workspace) -> Location {
    let Some(document) = workspace.document(path) else {
        return Location { path: path.into(), range: Range::empty(0), line: Some(line.unwrap_or(1)) };
    };
    let range = match line {
        Some(line) => {
            let lines = document.lines();
            let line = (line.max(1) as usize - 1).min(lines.line_count().saturating_sub(1));
            lines.line_range(&document.text, line)
        }
        None => document.title().map_or(Range::empty(0), |title| title.title),
    };
    Location::new(&document.path, range)
}
