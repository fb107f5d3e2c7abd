//! Who else speaks of what stands under the cursor.

use std::sync::Arc;

use super::Location;
use super::target::{Target, target};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::spec::Heading;
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// Every place of the workspace that names the same thing, in path order; the specification is not searched.
pub fn references(document: &Document, workspace: &Workspace, offset: usize) -> Vec<Location> {
    match target(document, workspace, offset) {
        Some(Target::WorkPacket { id, .. }) => mentions(&id, workspace),
        Some(Target::Signature { written, .. }) => occurrences(&written, workspace),
        Some(Target::Section { heading, .. }) => anchored(&heading, workspace),
        Some(Target::Anchor { resolution, .. }) => {
            let headings = resolution.headings();
            headings.first().map(|heading| anchored(heading, workspace)).unwrap_or_default()
        }
        Some(Target::Path { path, .. }) => occurrences(&path, workspace),
        Some(Target::Tag { written, .. } | Target::Digest { written, .. }) => {
            occurrences(&written, workspace)
        }
        Some(Target::Rule { entry, .. }) => occurrences(&entry.name, workspace),
        Some(Target::Field { .. } | Target::Word { .. }) | None => Vec::new(),
    }
}

/// The packets and refinements that anchor in a section of the current specification or below it, however the anchor
/// is written.
pub fn anchored(section: &Heading, workspace: &Workspace) -> Vec<Location> {
    let mut found = Vec::new();
    for document in workspace.documents().filter(|document| document.kind.has_fields()) {
        for (anchor, resolution) in workspace.resolved_anchors(document).iter() {
            let headings = resolution.headings();
            let is_inside = match headings.first() {
                Some(heading) => section.range().contains(heading.range()),
                None => {
                    anchor.number.is_some_and(|number| section.canonical && number.is_within(section.number))
                }
            };
            if is_inside {
                found.push(Location::new(&document.path, anchor.range));
            }
        }
    }
    found
}

fn mentions(id: &str, workspace: &Workspace) -> Vec<Location> {
    let mut found = Vec::new();
    for document in searched(workspace).filter(|document| document.text.contains(id)) {
        for range in find_wp_ids(&document.text) {
            let written = range.of(&document.text);
            if written.strip_suffix(".md").unwrap_or(written) == id {
                found.push(Location::new(&document.path, Range::new(range.start, range.start + id.len())));
            }
        }
    }
    found
}

fn occurrences(words: &str, workspace: &Workspace) -> Vec<Location> {
    let mut found = Vec::new();
    for document in searched(workspace) {
        for at in memchr::memmem::find_iter(document.text.as_bytes(), words) {
            let joins =
                |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
            let bytes = document.text.as_bytes();
            if !joins(at.checked_sub(1).and_then(|at| bytes.get(at))) && !joins(bytes.get(at + words.len())) {
                found.push(Location::new(&document.path, Range::new(at, at + words.len())));
            }
        }
    }
    found
}

fn searched(workspace: &Workspace) -> impl Iterator<Item = &Arc<Document>> {
    workspace.documents().filter(|document| !matches!(document.kind, Kind::Spec | Kind::Template))
}
