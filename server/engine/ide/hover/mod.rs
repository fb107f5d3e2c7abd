//! What a place means: a work packet's state, a section's text, a signature's owner, what makes a field complete.

pub mod field;
pub mod file;
pub mod section;
pub mod signature;
#[cfg(test)]
mod tests;
pub mod word;
pub mod work_packet;

use super::card::Card;
use super::target::{Target, target};
use crate::document::Document;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// Words about a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    pub card: Card,
    pub range: Range,
    /// A file that is no document of the workspace: only the edge can say how long it is.
    pub file: Option<String>,
}

/// What there is to say about an offset.
pub fn hover(document: &Document, workspace: &Workspace, offset: usize) -> Option<Hover> {
    let found = target(document, workspace, offset)?;
    let mut outside = None;
    let card = match &found {
        Target::WorkPacket { id, .. } => work_packet::card(id, workspace),
        Target::Signature { written, .. } => signature::card(written, workspace),
        Target::Anchor { anchor, resolution } => section::anchor(document, anchor, resolution, workspace)?,
        Target::Section { heading, .. } => section::heading(heading, document, workspace),
        Target::Field { label, .. } => field::card(*label, document),
        Target::Path { path, .. } => {
            outside = workspace.document(path).is_none().then(|| path.clone());
            file::card(path, workspace)
        }
        Target::Rule { entry, .. } => word::rule(entry),
        Target::Tag { written, .. } => word::tag(written, workspace)?,
        Target::Word { word, .. } => word::word(word, document, workspace),
        Target::Digest { written, range } => word::digest(written, *range, document, workspace),
    };
    Some(Hover { card, range: found.range(), file: outside })
}

/// The id that a file is named after.
fn stem(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md")
}
