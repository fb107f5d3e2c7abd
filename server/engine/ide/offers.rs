//! What could be changed at a place beyond the repair of a finding: moves that an orchestrator makes, whole sections.

use std::sync::Arc;

use super::create::{self, New};
use super::lineage;
use super::messages::blockers;
use super::moves::{errata, signature, status};
use super::repairs::repair;
use super::source_change::{Refusal, SourceChange};
use crate::diagnostics::{Diagnostic, guard};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::rules::report::Fix;
use crate::text::edit::Edit;
use crate::text::grammar::id::{base_of, find_wp_ids};
use crate::text::grammar::signature::find_signatures;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// One change that could be made.
#[derive(Debug)]
pub struct Offer {
    /// An imperative.
    pub title: String,
    pub kind: OfferKind,
    /// The findings that are gone afterwards, by their place in the list that was given.
    pub answers: Vec<usize>,
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

/// Everything that could be changed at a place with these findings.
pub fn offers(
    document: &Arc<Document>,
    workspace: &Workspace,
    found: &[Diagnostic],
    range: Range,
) -> Vec<Offer> {
    let at_cursor = offers_at(document, workspace, range);
    let mut offers: Vec<Offer> = Vec::new();
    for (mut offer, rules) in at_cursor {
        let answered = found
            .iter()
            .enumerate()
            .filter(|(_, found)| found.range.touches(range) && rules.contains(&found.rule.name.as_str()));
        offer.answers = answered.map(|(index, _)| index).collect();
        offers.push(offer);
    }
    for (index, found) in found.iter().enumerate().filter(|(_, found)| found.range.touches(range)) {
        let Some(mut offer) = repair(document, workspace, found) else { continue };
        match offers.iter_mut().find(|known| known.title == offer.title) {
            Some(known) if known.answers.contains(&index) => {}
            Some(known) => known.answers.push(index),
            None => {
                offer.answers.push(index);
                offers.push(offer);
            }
        }
    }
    if keeps_a_repair(document, workspace, found, range) {
        for offer in files(document.stem(), workspace) {
            if offers.iter().all(|known| known.title != offer.title) {
                offers.push(offer);
            }
        }
    }
    offers
}

/// Whether what is signed keeps a finding from being repaired here: then the next revision is the place for it.
fn keeps_a_repair(document: &Document, workspace: &Workspace, found: &[Diagnostic], range: Range) -> bool {
    let is_kept = |fix: &Fix| guard::refusal(document, workspace, fix) == Some(guard::Refusal::Signed);
    document.kind == Kind::Packet
        && found.iter().any(|found| found.range.touches(range) && found.fixes.iter().any(is_kept))
}

/// What is offered whether anything is wrong or not, each with the rules whose findings it answers.
fn offers_at(
    document: &Arc<Document>,
    workspace: &Workspace,
    range: Range,
) -> Vec<(Offer, &'static [&'static str])> {
    let audit = ["lineage-missing", "lineage-na-on-revision", "lineage-template-text-left"].as_slice();
    let mut offers: Vec<_> = lineage(document, workspace).into_iter().map(|offer| (offer, audit)).collect();
    let mut more = Vec::new();
    if let Some(id) = id_at(document, range) {
        more.extend(files(id, workspace));
        more.extend(states(id, workspace));
    }
    if document.kind == Kind::Packet && document.is_locked() {
        more.extend(errata_at(document, workspace, range));
    }
    offers.extend(more.into_iter().map(|offer| (offer, [].as_slice())));
    if let Some(signature) = signature_at(document, range) {
        offers.extend(signatures(signature, workspace));
    }
    offers
}

/// The states that a packet is not in.
fn states(id: &str, workspace: &Workspace) -> Vec<Offer> {
    let Some(packet) = workspace.packet(id) else { return Vec::new() };
    let now = packet.facts().status;
    let next = [Status::Ready, Status::InProgress, Status::Blocked, Status::Done, Status::Superseded];
    let others = next.into_iter().filter(|status| Some(*status) != now);
    // Without a reason nothing is blocked; where no other packet is one, it is left to say.
    let waits = blockers(id, workspace).unwrap_or_default().join(", ");
    let reason = if waits.is_empty() { "<fill: reason, and until when>" } else { &waits };
    let offers = others.map(|status| Offer {
        title: format!("Set {id} to {}", status.name()),
        kind: OfferKind::Refactor,
        answers: Vec::new(),
        change: status::set_status(id, status.name(), Some(reason), workspace),
    });
    // What cannot be done now is not worth a line for each state.
    offers.filter(|offer| offer.change.is_ok()).collect()
}

/// An ERRATA for the anchors of a signed packet, where the cursor stands in them.
fn errata_at(packet: &Document, workspace: &Workspace, range: Range) -> Option<Offer> {
    let field = packet.field(Label::SpecAnchor)?;
    let whole = field.line.cover(field.block);
    (whole.start <= range.end && range.start <= whole.end).then(|| Offer {
        title: "Record an ERRATA for SPEC_ANCHOR".to_string(),
        kind: OfferKind::Refactor,
        answers: Vec::new(),
        change: errata::record(packet.stem(), None, None, workspace),
    })
}

/// The audit's row, where it has none; where it has one, the mark that it was spent by mistake.
fn signatures(signature: &str, workspace: &Workspace) -> Option<(Offer, &'static [&'static str])> {
    let is_known = workspace.index().audit_rows(signature).next().is_some();
    let (title, answers, change) = match is_known {
        false => (
            format!("Record {signature} in the audit"),
            &["signature-not-in-audit"][..],
            signature::record(signature, workspace),
        ),
        true => (
            format!("Mark {signature} INVALID in the audit"),
            &[][..],
            signature::invalidate(signature, "spent by mistake", workspace),
        ),
    };
    let offer = Offer { title, kind: OfferKind::Refactor, answers: Vec::new(), change };
    offer.change.is_ok().then_some((offer, answers))
}

fn signature_at(document: &Document, range: Range) -> Option<&str> {
    let line = document.line_at(range.start);
    let words = line.of(&document.text);
    let touches =
        |found: &Range| line.start + found.start <= range.end && range.start <= line.start + found.end;
    find_signatures(words).find(touches).map(|found| found.of(words))
}

/// The id of a work packet that the range touches.
fn id_at(document: &Document, range: Range) -> Option<&str> {
    let line = document.line_at(range.start);
    let words = line.of(&document.text);
    let touches = |id: &Range| line.start + id.start <= range.end && range.start <= line.start + id.end;
    find_wp_ids(words).find(touches).map(|id| id.of(words))
}

/// The files of a work packet that could be made next.
fn files(id: &str, workspace: &Workspace) -> Vec<Offer> {
    let made = |what: New, title: &str, id: &str| Offer {
        title: format!("{title} {id}"),
        kind: OfferKind::Refactor,
        answers: Vec::new(),
        change: create::create(what, id, workspace),
    };
    if workspace.packet(id).is_some() {
        let next = create::revision::next(base_of(id), workspace);
        let needed = workspace.refinement(&next).is_none();
        let refinement = needed.then(|| made(New::Refinement, "Create the refinement", &next));
        return refinement.into_iter().chain([made(New::Revision, "Create the revision", &next)]).collect();
    }
    let has_stub = workspace.stub(id).is_some();
    let mut offers = Vec::new();
    if !has_stub {
        offers.push(made(New::Stub, "Create the stub", id));
    }
    if workspace.refinement(id).is_none() {
        offers.push(made(New::Refinement, "Create the refinement", id));
    }
    offers.push(made(New::Packet, if has_stub { "Activate the stub" } else { "Create the packet" }, id));
    offers
}

pub(super) fn lineage(packet: &Arc<Document>, workspace: &Workspace) -> Option<Offer> {
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
        answers: Vec::new(),
        change: of_one(packet, workspace, title, why, edits),
    })
}

/// A change of one document, unless what it touches is frozen.
pub(super) fn of_one(
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
