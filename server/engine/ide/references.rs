//! Who else speaks of what stands under the cursor.

use std::sync::Arc;

use super::Location;
use super::target::{Target, target};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::spec::number::Number;
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// Every place of the workspace that names the same thing, in path order; the specification is not searched.
pub fn references(document: &Document, workspace: &Workspace, offset: usize) -> Vec<Location> {
    if document.kind == Kind::Spec {
        let heading = document.spec_index().heading_at(offset).copied();
        let on_it = heading.filter(|heading| document.line_at(offset).intersects(heading.title_range()));
        return on_it.map(|heading| anchored(heading.number, workspace)).unwrap_or_default();
    }
    match target(document, workspace, offset) {
        Some(Target::WorkPacket { id, .. }) => mentions(&id, workspace),
        Some(Target::Signature { written, .. }) => occurrences(&written, workspace),
        Some(Target::Anchor { resolution, .. }) => resolution
            .headings()
            .first()
            .map(|heading| anchored(heading.number, workspace))
            .unwrap_or_default(),
        Some(Target::Path { path, .. }) => occurrences(&path, workspace),
        Some(Target::Field { .. }) | None => Vec::new(),
    }
}

/// The packets and refinements that anchor in a section or below it.
pub fn anchored(number: Number, workspace: &Workspace) -> Vec<Location> {
    let mut found = Vec::new();
    for document in searched(workspace) {
        for anchor in document.spec_anchors().to_vec() {
            if anchor.number.is_some_and(|own| own.is_within(number)) {
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
