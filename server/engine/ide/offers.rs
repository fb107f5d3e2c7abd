//! What could be changed at a place beyond the repair of a finding: moves that an orchestrator makes, whole sections.

use std::sync::Arc;

use super::create::{self, New};
use super::lineage;
use super::messages::reason;
use super::moves::status::{ETA, REASON};
use super::moves::{errata, signature, status};
use super::repairs::{is_left_to_a_revision, made, repair};
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

/// Makes a change: what is offered is not made before somebody wants it.
pub type Make<'a> = Box<dyn FnOnce() -> Result<SourceChange, Refusal> + 'a>;

/// One change that could be made.
pub struct Offer<'a> {
    /// An imperative.
    pub title: String,
    pub kind: OfferKind,
    /// The findings that are gone afterwards, by their place in the list that was given.
    pub answers: Vec<usize>,
    /// Why it cannot be made, where that is known beforehand.
    pub refused: Option<Refusal>,
    make: Make<'a>,
}

impl<'a> Offer<'a> {
    pub fn new(title: impl Into<String>, kind: OfferKind, make: Make<'a>) -> Offer<'a> {
        Offer { title: title.into(), kind, answers: Vec::new(), refused: None, make }
    }

    /// One whose change bears the same title.
    pub fn titled(title: String, make: impl FnOnce(&str) -> Result<SourceChange, Refusal> + 'a) -> Offer<'a> {
        let own = title.clone();
        Offer::new(title, OfferKind::Refactor, Box::new(move || make(&own)))
    }

    pub fn refused(self, refused: Option<Refusal>) -> Offer<'a> {
        Offer { refused, ..self }
    }

    pub fn change(self) -> Result<SourceChange, Refusal> {
        match self.refused {
            Some(refusal) => Err(refusal),
            None => (self.make)(),
        }
    }
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
pub fn offers<'a>(
    document: &'a Arc<Document>,
    workspace: &'a Workspace,
    found: &[Diagnostic],
    range: Range,
) -> Vec<Offer<'a>> {
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

/// The changes of other files that answer a finding, as far as they can be made now.
pub fn answering<'a>(
    document: &'a Arc<Document>,
    workspace: &'a Workspace,
    found: &Diagnostic,
) -> Vec<Offer<'a>> {
    let offers = offers(document, workspace, std::slice::from_ref(found), found.range);
    offers.into_iter().filter(|offer| !offer.answers.is_empty() && offer.refused.is_none()).collect()
}

/// Whether what is signed keeps a finding from being repaired here: then the next revision is the place for it.
fn keeps_a_repair(document: &Document, workspace: &Workspace, found: &[Diagnostic], range: Range) -> bool {
    let is_kept = |fix: &Fix| guard::refusal(document, workspace, fix) == Some(guard::Refusal::Signed);
    let here = |found: &&Diagnostic| found.range.touches(range);
    let has_next = match document.kind {
        Kind::Packet => true,
        // What was approved is carried out already.
        Kind::Refinement => workspace.packet(document.stem()).is_some(),
        _ => false,
    };
    has_next
        && found
            .iter()
            .filter(here)
            .any(|found| is_left_to_a_revision(document, workspace, found) || found.fixes.iter().any(is_kept))
}

/// What is offered whether anything is wrong or not, each with the rules whose findings it answers.
fn offers_at<'a>(
    document: &'a Arc<Document>,
    workspace: &'a Workspace,
    range: Range,
) -> Vec<(Offer<'a>, &'static [&'static str])> {
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
fn states<'a>(id: &str, workspace: &'a Workspace) -> Vec<Offer<'a>> {
    let Some(packet) = workspace.packet(id) else { return Vec::new() };
    let now = packet.facts().status;
    let next = [Status::Ready, Status::InProgress, Status::Blocked, Status::Done, Status::Superseded];
    let others = next.into_iter().filter(|status| Some(*status) != now);
    // Without a reason nothing is blocked; where no other packet is one, it is left to say.
    let reason = reason(id, workspace).unwrap_or_else(|| format!("{REASON} {ETA}"));
    let offered = |status: Status| {
        // What cannot be done now is not worth a line for each state.
        status::check(id, status.name(), Some(&reason), workspace).ok()?;
        let (id, reason) = (id.to_string(), reason.clone());
        let title = format!("Set {id} to {}", status.name());
        let make = move || status::set_status(&id, status.name(), Some(&reason), workspace);
        Some(Offer::new(title, OfferKind::Refactor, Box::new(make)))
    };
    others.filter_map(offered).collect()
}

/// An ERRATA for the anchors of a signed packet, where the cursor stands in them.
fn errata_at<'a>(packet: &'a Document, workspace: &'a Workspace, range: Range) -> Option<Offer<'a>> {
    let field = packet.field(Label::SpecAnchor)?;
    let whole = field.line.cover(field.block);
    let make = move || errata::record(packet.stem(), None, None, workspace);
    (whole.start <= range.end && range.start <= whole.end)
        .then(|| Offer::new("Record an ERRATA for SPEC_ANCHOR", OfferKind::Refactor, Box::new(make)))
}

/// The audit's row, where it has none; where it has one, the mark that it was spent by mistake.
fn signatures<'a>(signature: &str, workspace: &'a Workspace) -> Option<(Offer<'a>, &'static [&'static str])> {
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
    let change = change.ok()?;
    Some((Offer::new(title, OfferKind::Refactor, Box::new(|| Ok(change))), answers))
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
fn files<'a>(id: &str, workspace: &'a Workspace) -> Vec<Offer<'a>> {
    if workspace.packet(id).is_some() {
        let next = create::revision::next(base_of(id), workspace);
        let needed = workspace.refinement(&next).is_none();
        let refinement = needed.then(|| made(New::Refinement, &next, workspace));
        return refinement.into_iter().chain([made(New::Revision, &next, workspace)]).collect();
    }
    let mut offers = Vec::new();
    if workspace.stub(id).is_none() {
        offers.push(made(New::Stub, id, workspace));
    }
    if workspace.refinement(id).is_none() {
        offers.push(made(New::Refinement, id, workspace));
    }
    offers.push(made(New::Packet, id, workspace));
    offers
}

pub(super) fn lineage<'a>(packet: &'a Arc<Document>, workspace: &'a Workspace) -> Option<Offer<'a>> {
    if lineage::is_missing(packet) {
        let (title, why) = ("Insert lineage audit", "what the earlier packets promised");
        let make = move || of_one(packet, workspace, title, why, vec![lineage::insertion(packet, workspace)]);
        return Some(Offer::new(title, OfferKind::Source, Box::new(make)).refused(signed(packet)));
    }
    let (title, why) = ("Refresh lineage audit", "the earlier packets and their states");
    let edits = lineage::refreshed(packet, workspace);
    if edits.is_empty() {
        return None;
    }
    let make = move || of_one(packet, workspace, title, why, edits);
    Some(Offer::new(title, OfferKind::Source, Box::new(make)).refused(signed(packet)))
}

/// Why a section that is signed with the packet stays as it is.
fn signed(packet: &Document) -> Option<Refusal> {
    packet.is_locked().then(|| kept(guard::Refusal::Signed))
}

fn kept(reason: guard::Refusal) -> Refusal {
    Refusal::new(reason.reason(), "record an ERRATA, or make a revision")
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
        return Err(kept(reason));
    }
    if edits.iter().any(|edit| edit.text.contains('\n') && document.is_swallowed(edit.range.start)) {
        let next = "close it first: what stands behind it is code";
        return Err(Refusal::new(format!("a fence of {} is never closed", document.path), next));
    }
    let mut change = SourceChange::new(title);
    change.edit(document, why, edits)?;
    Ok(change)
}
