//! What stands under the cursor: a work packet, a signature, an anchor, a path or a field.

use crate::document::Document;
use crate::document::anchor::{Anchor, citations};
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::spec::resolve::Resolution;
use crate::text::grammar::id::find_wp_ids;
use crate::text::grammar::path::file_line;
use crate::text::grammar::signature::find_signatures;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// What a place in a text names.
#[derive(Clone, Debug)]
pub enum Target {
    WorkPacket {
        id: String,
        range: Range,
    },
    Signature {
        written: String,
        range: Range,
    },
    /// A place of the specification, and what it comes to.
    Anchor {
        anchor: Box<Anchor>,
        resolution: Box<Resolution>,
    },
    Path {
        path: String,
        line: Option<u32>,
        range: Range,
    },
    /// The name of a field.
    Field {
        label: Label,
        range: Range,
    },
}

impl Target {
    pub fn range(&self) -> Range {
        match self {
            Target::WorkPacket { range, .. }
            | Target::Signature { range, .. }
            | Target::Path { range, .. }
            | Target::Field { range, .. } => *range,
            Target::Anchor { anchor, .. } => anchor.range,
        }
    }
}

/// What stands at an offset; the most exact reading first.
pub fn target(document: &Document, workspace: &Workspace, offset: usize) -> Option<Target> {
    let line = document.line_at(offset);
    let words = line.of(&document.text);
    let at = |range: Range| Range::new(line.start + range.start, line.start + range.end);
    let holds = |range: &Range| range.start <= offset && offset <= range.end;

    if let Some(range) = find_signatures(words).map(at).find(holds) {
        return Some(Target::Signature { written: range.of(&document.text).to_string(), range });
    }
    if let Some(field) = document.fields().list.iter().find(|field| holds(&field.name)) {
        return Some(Target::Field { label: field.label, range: field.name });
    }
    if let Some(anchor) = anchor_at(document, line, offset)
        && let Some(resolution) = workspace.resolve(document, &anchor)
        && !matches!(resolution, Resolution::Nothing | Resolution::Elsewhere)
    {
        return Some(Target::Anchor { anchor: Box::new(anchor), resolution: Box::new(resolution) });
    }
    if let Some(found) = path_at(document, workspace, line, offset) {
        return Some(found);
    }
    find_wp_ids(words).map(at).find(holds).map(|range| {
        let written = range.of(&document.text);
        let id = written.strip_suffix(".md").unwrap_or(written);
        Target::WorkPacket { id: id.to_string(), range: Range::new(range.start, range.start + id.len()) }
    })
}

/// The anchor of a SPEC_ANCHOR field, or a citation in running text.
fn anchor_at(document: &Document, line: Range, offset: usize) -> Option<Anchor> {
    if document.kind == Kind::Spec {
        return None;
    }
    let holds = |anchor: &Anchor| anchor.range.start <= offset && offset <= anchor.range.end;
    let own = document.spec_anchors().iter().filter(|anchor| holds(anchor));
    // One in brackets inside another is the more exact one.
    own.min_by_key(|anchor| anchor.range.len())
        .cloned()
        .or_else(|| citations(line.of(&document.text), line.start).into_iter().find(holds))
}

/// A path that names a document of the workspace, or a file that was seen; `path:10` names a line of it.
fn path_at(document: &Document, workspace: &Workspace, line: Range, offset: usize) -> Option<Target> {
    let words = line.of(&document.text);
    let at = offset - line.start;
    let start = words[..at].char_indices().rev().take_while(|(_, letter)| is_path(*letter)).last();
    let start = start.map_or(at, |(start, _)| start);
    let end = words[at..].find(|letter: char| !is_path(letter)).map_or(words.len(), |end| at + end);
    let (token, path, named) = named_path(&words[start..end]);
    let known = workspace.document(&path).is_some() || workspace.surroundings.presence(&path).is_some();
    let looks_like_one = path.contains('/') && named.is_some();
    (known || looks_like_one).then(|| {
        let start = line.start + start;
        Target::Path { path, line: named, range: Range::new(start, start + token.len()) }
    })
}

/// What may stand in a path; anything else ends it.
pub(super) fn is_path(letter: char) -> bool {
    !letter.is_whitespace() && !"`\"'()<>|,;*".contains(letter)
}

/// A word without the stops behind it, as a path from the root, and the line it names.
pub(super) fn named_path(word: &str) -> (&str, String, Option<u32>) {
    let token = word.trim_end_matches(['.', ':']);
    match file_line(token).next().filter(|found| found.range.start == 0) {
        Some(found) => (token, from_root(found.path.of(token)), Some(found.first)),
        None => (token, from_root(token), None),
    }
}

fn from_root(written: &str) -> String {
    written.trim_start_matches("./").trim_start_matches('/').replace('\\', "/")
}
