//! Who else speaks of what stands under the cursor.

use std::sync::Arc;

use super::Location;
use super::definition::{self, audited};
use super::target::{Target, target};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::spec::Heading;
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// Every place of the workspace that names the same thing, in path order; the specification is not searched. What a
/// signature is spent for comes before what only mentions it.
pub fn references(document: &Document, workspace: &Workspace, offset: usize) -> Vec<Location> {
    match target(document, workspace, offset) {
        Some(Target::WorkPacket { id, .. }) => mentions(&id, workspace),
        Some(Target::Signature { written, .. }) => {
            let Spending { mut uses, mentions } = spending(&written, workspace);
            uses.extend(mentions);
            uses
        }
        Some(Target::Section { heading, .. }) => {
            let now = now(&heading, document, workspace);
            now.map(|heading| anchored(&heading, workspace)).unwrap_or_default()
        }
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

/// A section of any specification, in the current one.
pub(super) fn now(section: &Heading, of: &Document, workspace: &Workspace) -> Option<Heading> {
    let current = workspace.current_spec()?;
    if current.path == of.path {
        return Some(*section);
    }
    current.spec_index().heading_by_number(section.number).into_iter().next()
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

/// Where a signature stands.
pub struct Spending {
    /// Its audit rows, the fields that hold it and its gate records.
    pub uses: Vec<Location>,
    /// Every other place.
    pub mentions: Vec<Location>,
}

/// The places of a signature, uses and mentions told apart.
pub fn spending(written: &str, workspace: &Workspace) -> Spending {
    let mut uses = audited(written, workspace);
    uses.extend(definition::uses(written, workspace));
    let is_use = |place: &Location| {
        uses.iter().any(|used| used.path == place.path && used.range.intersects(place.range))
    };
    let mentions = occurrences(written, workspace).into_iter().filter(|place| !is_use(place)).collect();
    Spending { uses, mentions }
}

/// Every mention of a work packet, its own files included.
pub fn mentions(id: &str, workspace: &Workspace) -> Vec<Location> {
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
