//! What answers a finding in other files than its own, or in several: each rule that has one, and the change.

use std::sync::Arc;

use super::create::shared::{self, standing};
use super::create::{self, New, refinement, revision};
use super::ledgers::board;
use super::messages::reason;
use super::moves::status;
use super::offers::{Make, Offer, OfferKind, of_one};
use super::source_change::{Refusal, SourceChange};
use super::{lineage, rename};
use crate::diagnostics::{Diagnostic, Scope, diagnostics, guard};
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::template;
use crate::rules;
use crate::rules::report::Fix;
use crate::text::edit::Edit;
use crate::text::grammar::id::{base_of, find_wp_ids, has_date_stamp, is_wp_id};
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// The change that answers a finding, where one beyond its own file does.
pub fn repair<'a>(
    document: &'a Arc<Document>,
    workspace: &'a Workspace,
    found: &Diagnostic,
) -> Option<Offer<'a>> {
    let words = found.range.of(&document.text);
    // A finding on a file that many packets share is about the one that it names.
    let id = match document.kind {
        Kind::Packet | Kind::Stub | Kind::Refinement => document.stem(),
        _ => find_wp_ids(words).next().map_or("", |id| id.of(words)),
    };
    let named = || find_wp_ids(words).next().map(|id| id.of(words));
    let offer = |title: &str, make: Make<'a>| Some(Offer::new(title, OfferKind::Refactor, make));
    match &*found.rule.name {
        // The packet of finished work was lost; a stub would say that nobody has begun.
        "board-unknown-wp" if is_finished(document, found) => None,
        "board-unknown-wp" | "board-stub-file-missing" => Some(made(New::Stub, id, workspace)),
        "board-ready-is-stub" | "stub-signed" => Some(made(New::Packet, id, workspace)),
        "refinement-missing" => Some(made(New::Refinement, id, workspace)),
        _ if is_left_to_a_revision(document, workspace, found) => {
            Some(made(New::Revision, &revision::next(base_of(id), workspace), workspace))
        }
        "board-packet-unlisted" | "stub-unlisted" => {
            let (tasks, (state, note)) = (workspace.only(Kind::Board)?, standing(document)?);
            let title = format!("Put {id} on the task board");
            let why = "the entry that it lacked";
            let make = move |title: &str| {
                of_one(tasks, workspace, title, why, board::put(tasks, document.stem(), state, note))
            };
            Some(Offer::titled(title, make))
        }
        "board-missing" => offer("Create the task board", Box::new(|| Ok(shared::board(workspace)))),
        "registry-missing" => {
            offer("Create the traceability registry", Box::new(|| Ok(shared::registry(workspace))))
        }
        "signature-audit-empty" if workspace.only(Kind::Audit).is_none() => {
            offer("Create the signature audit", Box::new(|| shared::audit(workspace)))
        }
        "spec-current-missing" => offer("Create the spec pointer", Box::new(|| shared::pointer(workspace))),
        "workspace-file-missing" if shared::lacks_templates(workspace) => {
            offer("Create the templates that are missing", Box::new(|| shared::templates(workspace)))
        }
        "stub-location" => {
            let layout = &workspace.config.layout;
            let folder = if document.kind == Kind::Stub { &layout.packets } else { &layout.stubs };
            let to = format!("{folder}/{}.md", document.stem());
            let why = "where its title says that it belongs";
            offer("Move it to where it belongs", Box::new(move || moved(document, &to, why, workspace)))
        }
        "id-filename-mismatch" => {
            let stated = document.filled(Label::WpId).or_else(|| document.filled(Label::TaskId))?.text;
            let folder = document.path.rsplit_once('/').filter(|_| is_wp_id(stated))?.0;
            // A name that others know is the right one.
            let is_known = workspace.index().on_board(id).next().is_some()
                || document.kind != Kind::Refinement && workspace.refinement(id).is_some()
                || document.kind == Kind::Refinement && workspace.packet(id).is_some();
            if is_known {
                return None;
            }
            let to = format!("{folder}/{stated}.md");
            let title = format!("Rename the file to {stated}.md");
            offer(
                &title,
                Box::new(move || moved(document, &to, "named after the id that it states", workspace)),
            )
        }
        "id-date-stamp" | "id-revision-suffix" => {
            let (id, new) = (id.to_string(), without_stamp(id, workspace)?);
            let title = format!("Rename it to {new}");
            offer(&title, Box::new(move || rename::rename(&id, &new, workspace)))
        }
        "dependency-blocker-not-validated" => {
            let (id, reason) = (id.to_string(), reason(id, workspace)?);
            let refused = status::check(&id, "Blocked", Some(&reason), workspace).err();
            let title = format!("Set {id} to Blocked");
            let make = move || status::set_status(&id, "Blocked", Some(&reason), workspace);
            Some(Offer::new(title, OfferKind::Refactor, Box::new(make)).refused(refused))
        }
        "dependency-not-on-board" => named_on_board(id, named()?, workspace),
        "dependency-board-mismatch" => depends(owner(document, found)?, named()?, workspace),
        "dependency-asymmetric" => depends(named()?, document.stem(), workspace),
        "done-means-foreign-anchor" => {
            let (range, refinement) = (found.range, workspace.refinement(id)?);
            let is_open = !refinement.is_locked() && refinement.filled(Label::ApprovalEvidence).is_none();
            let section = refinement::cited(document, range, workspace).filter(|_| is_open)?;
            let title = format!("Add {} to the refinement", section.0);
            let make = move || refinement::quoted(refinement, &section, workspace);
            offer(&title, Box::new(make))
        }
        "lineage-map-missing" => {
            let (title, why) = ("Insert the requirement map", "one row a clause");
            let edit = lineage::map_insertion(document, workspace)?;
            offer(title, Box::new(move || of_one(document, workspace, title, why, vec![edit])))
        }
        "lineage-prior-packet-unlisted" | "lineage-prior-status-missing" => {
            let (title, why) = ("Refresh lineage audit", "the earlier packets");
            let make =
                move || of_one(document, workspace, title, why, lineage::refreshed(document, workspace));
            offer(title, Box::new(make))
        }
        _ => None,
    }
}

/// Whether the protocol answers a finding with the next revision: the words are signed, or the work is closed.
pub(super) fn is_left_to_a_revision(document: &Document, workspace: &Workspace, found: &Diagnostic) -> bool {
    let is_closed = || workspace.lifecycle(document) == Lifecycle::Historical;
    match &*found.rule.name {
        "locked-packet-edited" | "errata-critical" => true,
        // What a Coder and a Validator left out of finished work is shown by the next attempt.
        name => name.starts_with("evidence-") && document.kind == Kind::Packet && is_closed(),
    }
}

/// A governance file, made once it is asked for.
pub(super) fn made<'a>(what: New, id: &str, workspace: &'a Workspace) -> Offer<'a> {
    let title = match what {
        New::Packet if workspace.stub(id).is_some() => "Activate the stub",
        New::Packet => "Create the packet",
        New::Stub => "Create the stub",
        New::Refinement => "Create the refinement",
        New::Revision => "Create the revision",
    };
    let refused = create::check(what, id, workspace).err();
    let id = id.to_string();
    let title = format!("{title} {id}");
    let make = move || create::create(what, &id, workspace);
    Offer::new(title, OfferKind::Refactor, Box::new(make)).refused(refused)
}

/// The change that answers the first finding of a rule, in any file, or in those that are about one work packet.
pub fn first(rule: &str, wp: &str, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let entry = rules::find(rule)
        .ok_or_else(|| Refusal::new(format!("there is no rule {rule}"), "`taskpacket rules` lists them"))?;
    let is_meant = |document: &Document, found: &Diagnostic| {
        let words = found.range.of(&document.text);
        let names = |text: &str| find_wp_ids(text).any(|id| id.of(text) == wp);
        wp.is_empty() || document.stem() == wp || names(words) || names(&found.message)
    };
    // Whoever names closed work means it.
    let scope = if wp.is_empty() { Scope::Active } else { Scope::All };
    for document in workspace.documents().filter(|document| entry.rule.kinds.contains(&document.kind)) {
        let found = diagnostics(document, workspace, scope);
        let own = found.iter().filter(|found| std::ptr::eq(found.rule, entry) && is_meant(document, found));
        for found in own {
            if let Some(offer) = repair(document, workspace, found) {
                return offer.change();
            }
        }
    }
    let what = if wp.is_empty() { String::new() } else { format!(" of {wp}") };
    Err(Refusal::new(
        format!("no finding of {rule}{what} is answered in other files"),
        "see what `taskpacket check` finds",
    ))
}

/// Whether the board calls the work of the entry finished in which a finding is.
fn is_finished(tasks: &Document, found: &Diagnostic) -> bool {
    let finished = [State::Done, State::Superseded];
    tasks
        .board_entries()
        .iter()
        .any(|entry| entry.line.contains(found.range) && finished.contains(&entry.state))
}

/// The file at another path; what stands in it stays.
fn moved(document: &Document, to: &str, why: &str, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    if workspace.document(to).is_some() {
        return Err(Refusal::new(format!("there is a {to} already"), "compare the two by hand"));
    }
    if let Some(reason) = guard::refused(document, workspace, &[]) {
        return Err(Refusal::new(reason.reason(), "it stays where it is"));
    }
    let mut change = SourceChange::new(format!("Move it to {to}"));
    change.rename(&document.path, to, why);
    Ok(change)
}

/// The id without the stamp or the ending that means a revision, as the next revision of its base where that is taken.
fn without_stamp(id: &str, workspace: &Workspace) -> Option<String> {
    let cut = match has_date_stamp(id) {
        Some(stamp) => format!("{}{}", &id[..stamp.start], &id[stamp.end..]),
        None => id[..id.rfind(['-', '_'])?].to_string(),
    };
    let mut bare = cut.trim_matches(['-', '_']).to_string();
    while bare.contains("--") {
        bare = bare.replace("--", "-");
    }
    let is_taken = |id: &str| workspace.packet(id).or_else(|| workspace.stub(id)).is_some();
    Some(if is_taken(&bare) { revision::next(base_of(&bare), workspace) } else { bare })
}

/// The board's entry of a packet, with one more packet that it waits for.
fn named_on_board<'a>(id: &str, blocker: &str, workspace: &'a Workspace) -> Option<Offer<'a>> {
    let tasks = workspace.only(Kind::Board)?;
    let text = &tasks.text;
    let gates = tasks.phase_gates().flat_map(|gate| tasks.gate_entries(gate));
    let in_gate =
        gates.filter(|entry| entry.id.of(text) == id).find_map(|entry| entry.blockers.last().copied());
    let entries = tasks.board_entries();
    let own = entries.iter().find(|entry| entry.state == State::Blocked && entry.id.of(text) == id);
    let edit = match (own, in_gate) {
        (Some(entry), _) => {
            Edit::insert(entry.line.start + entry.line.of(text).trim_end().len(), format!("; {blocker}"))
        }
        (None, Some(last)) => Edit::insert(last.end, format!(", {blocker}")),
        (None, None) => return None,
    };
    let title = format!("Name {blocker} as a blocker of {id} on the board");
    let why = "what the packet depends on";
    let make = move |title: &str| of_one(tasks, workspace, title, why, vec![edit]);
    Some(Offer::titled(title, make))
}

/// The work packet whose entry a finding on the board is in.
fn owner<'a>(tasks: &'a Document, found: &Diagnostic) -> Option<&'a str> {
    let text = &tasks.text;
    let gates = tasks.phase_gates().flat_map(|gate| tasks.gate_entries(gate));
    let gates = gates.filter(|entry| entry.whole.contains(found.range)).map(|entry| entry.id);
    let entries = tasks.board_entries().iter().filter(|entry| entry.line.contains(found.range));
    let id = entries.map(|entry| entry.id).chain(gates).next()?;
    Some(id.of(text))
}

/// The packet, saying that it depends on another; a signed one says so in its notes.
fn depends<'a>(id: &str, on: &str, workspace: &'a Workspace) -> Option<Offer<'a>> {
    let (packet, on) = (workspace.packet(id)?, on.to_string());
    let title = format!("Say in {id} that it depends on {on}");
    let make = move |title: &str| {
        of_one(packet, workspace, title, "what others say of it", depending(packet, &on, workspace))
    };
    Some(Offer::titled(title, make))
}

fn depending(packet: &Document, on: &str, workspace: &Workspace) -> Vec<Edit> {
    let field = packet.field(Label::DependsOn);
    let says = |field| packet.is_said(field) && !packet.value_of(field).text.eq_ignore_ascii_case("NONE");
    let listed = field.map(|field| match says(field) {
        true => packet.with_entry(field, on).into_iter().collect(),
        false => vec![crate::rules::report::write_value(field, on)],
    });
    match listed.filter(|edits: &Vec<Edit>| !edits.is_empty()) {
        Some(edits) if guard::refused(packet, workspace, &edits).is_none() => edits,
        _ => {
            let state = super::stage::state(on, workspace);
            let Some(insertion) = template::field(packet, Label::Blocker) else { return Vec::new() };
            let mut note = Fix::insertion("", insertion);
            note.fill(on);
            note.fill(&state);
            note.edits
        }
    }
}

#[cfg(test)]
mod tests;
