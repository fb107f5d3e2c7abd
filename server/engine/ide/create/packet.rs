//! A packet from the template, with what its approved refinement and its stub already say (Part 4, step 2).

use std::sync::Arc;

use super::template::{Draft, Template, filled};
use super::{approved, check_free, check_prepared, is_base, now, purpose, spec_file, spec_version};
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::placeholder::class_with_note;
use crate::ide::ledgers::{audit, board, registry};
use crate::ide::lineage;
use crate::ide::moves::status::ETA;
use crate::ide::source_change::{Refusal, SourceChange};
use crate::text::grammar::id::base_of;
use crate::text::grammar::verdict::Verdict;
use crate::workspace::Workspace;

pub(super) const TEMPLATE: Template =
    Template { file: "TASK_PACKET_TEMPLATE.md", title: "# Task Packet:", ours: include_str!("packet.md") };

/// Where it is to lie, and the refinement that it comes from with its signature.
pub(super) fn check(id: &str, workspace: &Workspace) -> Result<(String, Arc<Document>, String), Refusal> {
    let index = workspace.index();
    let family = index.family(base_of(id));
    if let Some(known) = family.iter().find(|known| index.packets.contains(**known)) {
        return Err(Refusal::new(
            format!("{} has a packet: {known}", base_of(id)),
            format!("`taskpacket new revision {}` makes the next one", base_of(id)),
        ));
    }
    let path = format!("{}/{id}.md", workspace.config.layout.packets);
    check_free(id, &path, workspace)?;
    let (refinement, signature) = approved(id, workspace)?;
    check_prepared(id, workspace)?;
    Ok((path, refinement, signature))
}

pub(super) fn create(id: &str, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let (path, refinement, signature) = check(id, workspace)?;
    let mut draft = draft(id, &path, &refinement, &signature, workspace);
    if let Some(stub) = workspace.stub(id).or_else(|| workspace.stub(base_of(id))) {
        for label in [Label::What, Label::Why] {
            if let Some(said) = stub.filled(label).filter(|said| !said.text.is_empty()) {
                draft.set(label, said.text);
            }
        }
        let waits: Vec<&str> = stub.facts().depends_on.iter().map(String::as_str).collect();
        if !waits.is_empty() {
            draft.set(Label::DependsOn, &waits.join(", "));
        }
    }
    let state = hold(&mut draft)?;
    let audit = if is_base(id) { "- N/A".to_string() } else { lineage::body(&draft.document, workspace) };
    draft.set_section("LINEAGE_AUDIT", &audit);
    let mut change = SourceChange::new(format!("Create the packet {id}"));
    change.create(&path, "the packet", draft.text());
    enter(&mut change, &draft, &state, None)?;
    record(&mut change, id, &signature, workspace)?;
    Ok(change)
}

/// The template with all that is known of a new packet.
fn draft<'a>(
    id: &str,
    path: &str,
    refinement: &Document,
    signature: &str,
    workspace: &'a Workspace,
) -> Draft<'a> {
    let (now, base) = (now(workspace), merge_base(workspace));
    let spec = spec_file(workspace);
    let marks = [
        ("WP_ID", id),
        ("DATE_ISO", now.as_str()),
        ("MERGE_BASE_SHA", base.as_str()),
        ("USER_SIGNATURE", signature),
        ("SPEC_BASELINE", spec.as_str()),
    ];
    let mut draft = Draft::new(workspace, path, Kind::Packet, filled(&TEMPLATE, workspace, &marks));
    draft.complete();
    stamp(&mut draft, id, refinement, signature);
    draft
}

/// Writes what a new packet takes over from its refinement and from today.
pub(super) fn stamp(draft: &mut Draft, id: &str, refinement: &Document, signature: &str) {
    let workspace = draft.workspace;
    let (now, spec) = (now(workspace), spec_file(workspace));
    draft.set(Label::TaskId, id);
    draft.set(Label::WpId, id);
    draft.set(Label::BaseWpId, base_of(id));
    draft.set(Label::Date, &now);
    draft.set(Label::MergeBaseSha, &merge_base(workspace));
    draft.set(Label::UserSignature, signature);
    draft.set(Label::RefinementFile, &refinement.path);
    draft.set(Label::SpecBaseline, &format!("{spec} (recorded_at: {now})"));
    draft.set(Label::SpecTarget, &workspace.config.layout.spec_pointer);
    if let Some(codex) = &workspace.index().named_codex {
        draft.set(Label::Codex, codex);
    }
    let anchors: Vec<String> = refinement
        .fields()
        .all(Label::SpecAnchor)
        .filter_map(|field| {
            let said = refinement.said(field).text;
            class_with_note(said).is_none().then(|| said.to_string())
        })
        .collect();
    draft.set_entries(Label::SpecAnchor, &anchors);
}

/// Where the work branch left main, as far as git has told.
pub(super) fn merge_base(workspace: &Workspace) -> String {
    let git = workspace.surroundings.git.as_ref();
    git.and_then(|git| git.fork.clone()).unwrap_or_else(|| "<fill: git merge-base main HEAD>".to_string())
}

/// Where a new packet begins: ready, or blocked with what it waits for (Part 4, step 1 [CX-635]).
pub(super) fn hold(draft: &mut Draft) -> Result<(State, String), Refusal> {
    let workspace = draft.workspace;
    let mut waits = Vec::new();
    for wp in &draft.document.facts().depends_on {
        let id = workspace.meant(wp);
        if workspace.packet(id).is_some_and(|packet| packet.facts().last_verdict == Some(Verdict::Fail)) {
            return Err(Refusal::new(
                format!("it depends on {id}, which has failed"),
                "have that repaired or replaced first",
            ));
        }
        if !workspace.index().is_validated(id) {
            waits.push(id);
        }
    }
    if waits.is_empty() {
        return Ok((State::Ready, String::new()));
    }
    let reason = format!("waits for {} {ETA}", waits.join(", "));
    draft.set(Label::Status, "Blocked");
    Ok((State::Blocked, reason))
}

/// Enters a new packet on the board and in the registry, in place of the one that it supersedes.
pub(super) fn enter(
    change: &mut SourceChange,
    draft: &Draft,
    (state, note): &(State, String),
    old: Option<&str>,
) -> Result<(), Refusal> {
    let (id, path, workspace) = (draft.document.stem(), &*draft.document.path, draft.workspace);
    if let Some(document) = workspace.only(Kind::Board) {
        if let Some(old) = old {
            let why = format!("{old} is superseded");
            change.amend(document, &why, |now| board::put(now, old, State::Superseded, ""))?;
        }
        let why = format!("{id} is new");
        change.amend(document, &why, |now| board::put(now, id, *state, note))?;
    }
    if let Some(document) = workspace.only(Kind::Registry) {
        let base = base_of(id);
        let active = registry::Active { base, id, path, state: *state, supersedes: old };
        let why = format!("{id} is the active packet of {base}");
        change.amend(document, &why, |now| registry::put(now, &active))?;
    }
    Ok(())
}

/// Records the signature in the audit, unless it stands there.
pub(super) fn record(
    change: &mut SourceChange,
    id: &str,
    signature: &str,
    workspace: &Workspace,
) -> Result<(), Refusal> {
    let is_known = workspace.index().audit_rows(signature).next().is_some();
    let Some(document) = workspace.only(Kind::Audit).filter(|_| !is_known) else { return Ok(()) };
    let spec = spec_file(workspace);
    let edit = |now: &Document| {
        audit::record(now, signature, &purpose(id), spec_version(&spec), "Approved after refinement.")
    };
    change.amend(document, "the signature is used", |now| edit(now).into_iter().collect())
}

/// The packet that speaks for a base, or the latest one.
pub(super) fn active<'a>(base: &str, workspace: &'a Workspace) -> Option<&'a Arc<Document>> {
    let index = workspace.index();
    let registered = index.registered(base).and_then(|row| workspace.packet(row.active_id()));
    let latest = || {
        let family = index.family(base);
        family.iter().rev().find_map(|id| workspace.packet(id))
    };
    registered.or_else(latest)
}
