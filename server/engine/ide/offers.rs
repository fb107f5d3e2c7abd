//! What could be changed at a place beyond the repair of a finding: moves that an orchestrator makes, whole sections.

use std::sync::Arc;

use super::lineage;
use super::source_change::{Refusal, SourceChange};
use crate::diagnostics::guard;
use crate::document::Document;
use crate::text::edit::Edit;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// One change that could be made.
#[derive(Debug)]
pub struct Offer {
    /// An imperative.
    pub title: String,
    pub kind: OfferKind,
    /// The rules whose findings are gone afterwards.
    pub answers: &'static [&'static str],
    pub change: Result<SourceChange, Refusal>,
}

/// How an editor sorts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferKind {
    /// It is about the whole file.
    Source,
    /// It is about the place.
    Refactor,
}

/// Everything that could be changed at a place.
pub fn offers(document: &Arc<Document>, workspace: &Workspace, _range: Range) -> Vec<Offer> {
    lineage(document, workspace).into_iter().collect()
}

fn lineage(packet: &Arc<Document>, workspace: &Workspace) -> Option<Offer> {
    let (title, why, edits) = match lineage::insertion(packet, workspace) {
        Some(edit) => ("Insert lineage audit", "what the earlier packets promised", vec![edit]),
        None => (
            "Refresh lineage audit",
            "the earlier packets and their states",
            lineage::refreshed(packet, workspace),
        ),
    };
    if edits.is_empty() {
        return None;
    }
    Some(Offer {
        title: title.to_string(),
        kind: OfferKind::Source,
        answers: &["lineage-missing", "lineage-na-on-revision", "lineage-template-text-left"],
        change: of_one(packet, workspace, title, why, edits),
    })
}

/// A change of one document, unless what it touches is frozen.
fn of_one(
    document: &Arc<Document>,
    workspace: &Workspace,
    title: &str,
    why: &str,
    edits: Vec<Edit>,
) -> Result<SourceChange, Refusal> {
    if let Some(reason) = guard::refused(document, workspace, &edits) {
        return Err(Refusal::new(reason.reason(), "record an ERRATA, or make a revision"));
    }
    let mut change = SourceChange::new(title);
    change.edit(document, why, edits)?;
    Ok(change)
}
