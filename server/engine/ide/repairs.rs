//! What answers a finding in other files than its own, or in several: each rule that has one, and the change.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::create::{self, New, revision};
use super::ledgers::{board, registry};
use super::messages::blockers;
use super::moves::status;
use super::offers::{Offer, OfferKind, of_one};
use super::source_change::{Refusal, SourceChange};
use super::{lineage, rename};
use crate::diagnostics::{Diagnostic, Scope, diagnostics, guard};
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::document::template;
use crate::rules;
use crate::rules::report::Fix;
use crate::text::edit::Edit;
use crate::text::grammar::id::{base_of, find_wp_ids, has_date_stamp, revision_of};
use crate::text::grammar::verdict::Verdict;
use crate::workspace::Workspace;

/// The change that answers a finding, where one beyond its own file does.
pub fn repair(document: &Arc<Document>, workspace: &Workspace, found: &Diagnostic) -> Option<Offer> {
    let words = found.range.of(&document.text);
    // A finding on a file that many packets share is about the one that it names.
    let id = match document.kind {
        Kind::Packet | Kind::Stub | Kind::Refinement => document.stem(),
        _ => find_wp_ids(words).next().map_or("", |id| id.of(words)),
    };
    let named = || find_wp_ids(words).next().map(|id| id.of(words));
    let made =
        |what: New, title: &str, id: &str| (format!("{title} {id}"), create::create(what, id, workspace));
    let (title, change) = match &*found.rule.name {
        // The packet of finished work was lost; a stub would say that nobody has begun.
        "board-unknown-wp" if is_finished(document, found) => return None,
        "board-unknown-wp" | "board-stub-file-missing" => made(New::Stub, "Create the stub", id),
        "board-ready-is-stub" | "stub-signed" => made(New::Packet, "Activate the stub", id),
        "refinement-missing" => made(New::Refinement, "Create the refinement", id),
        "locked-packet-edited" | "errata-critical" => {
            made(New::Revision, "Create the revision", &revision::next(base_of(id), workspace))
        }
        "board-packet-unlisted" | "stub-unlisted" => titled(listed(document, workspace)?),
        "board-missing" => titled(Ok(new_board(workspace))),
        "registry-missing" => titled(Ok(new_registry(workspace))),
        "stub-location" => ("Move it to where it belongs".to_string(), relocated(document, workspace)),
        "id-date-stamp" | "id-revision-suffix" => {
            let new = without_stamp(id, workspace)?;
            (format!("Rename it to {new}"), rename::rename(id, &new, workspace))
        }
        "dependency-blocker-not-validated" => {
            let reason = blockers(id, workspace).ok()?.join(", ");
            (format!("Set {id} to Blocked"), status::set_status(id, "Blocked", Some(&reason), workspace))
        }
        "dependency-not-on-board" => titled(named_on_board(id, named()?, workspace)?),
        "dependency-board-mismatch" => depends(owner(document, found)?, named()?, workspace)?,
        "dependency-asymmetric" => depends(named()?, document.stem(), workspace)?,
        "lineage-map-missing" => {
            let title = "Insert the requirement map";
            let edit = lineage::map_insertion(document, workspace)?;
            (title.to_string(), of_one(document, workspace, title, "one row a clause", vec![edit]))
        }
        "lineage-prior-packet-unlisted" | "lineage-prior-status-missing" => {
            let (title, edits) = ("Refresh lineage audit", lineage::refreshed(document, workspace));
            (title.to_string(), of_one(document, workspace, title, "the earlier packets", edits))
        }
        _ => return None,
    };
    (!title.is_empty()).then_some(Offer { title, kind: OfferKind::Refactor, answers: Vec::new(), change })
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
    for document in workspace.documents().filter(|document| entry.rule.kinds.contains(&document.kind)) {
        let found = diagnostics(document, workspace, Scope::Active);
        let own = found.iter().filter(|found| std::ptr::eq(found.rule, entry) && is_meant(document, found));
        for found in own {
            if let Some(offer) = repair(document, workspace, found) {
                return offer.change;
            }
        }
    }
    let what = if wp.is_empty() { String::new() } else { format!(" of {wp}") };
    Err(Refusal::new(
        format!("no finding of {rule}{what} is answered in other files"),
        "see what `taskpacket check` finds",
    ))
}

/// A change that says itself what it does.
fn titled(change: Result<SourceChange, Refusal>) -> (String, Result<SourceChange, Refusal>) {
    let title = change.as_ref().map_or_else(|_| String::new(), |change| change.title.clone());
    (title, change)
}

/// Whether the board calls the work of the entry finished in which a finding is.
fn is_finished(tasks: &Document, found: &Diagnostic) -> bool {
    let finished = [State::Done, State::Superseded];
    tasks
        .board_entries()
        .iter()
        .any(|entry| entry.line.contains(found.range) && finished.contains(&entry.state))
}

/// An entry on the board for a packet in the state that it states, or for a stub.
fn listed(document: &Document, workspace: &Workspace) -> Option<Result<SourceChange, Refusal>> {
    let tasks = workspace.only(Kind::Board)?;
    let (state, note) = standing(document)?;
    let mut change = SourceChange::new(format!("Put {} on the task board", document.stem()));
    let edits = board::put(tasks, document.stem(), state, note);
    Some(change.edit(tasks, "the entry that it lacked", edits).map(|()| change))
}

/// Where a file would stand on the board; a finished packet needs a verdict, and a blocked one somebody who says why.
fn standing(document: &Document) -> Option<(State, &'static str)> {
    if document.kind == Kind::Stub {
        return Some((State::StubBacklog, ""));
    }
    match document.facts().status? {
        Status::Ready => Some((State::Ready, "")),
        Status::InProgress => Some((State::InProgress, "")),
        Status::Superseded => Some((State::Superseded, "")),
        Status::Done => {
            let token = match document.facts().last_verdict? {
                Verdict::Pass => "VALIDATED",
                Verdict::Fail => "FAIL",
                Verdict::OutdatedOnly => "OUTDATED_ONLY",
            };
            Some((State::Done, token))
        }
        _ => None,
    }
}

/// A board with every packet and stub in it that says where it stands.
fn new_board(workspace: &Workspace) -> SourceChange {
    let path = workspace.config.layout.task_board.clone();
    let states =
        [State::Ready, State::InProgress, State::Done, State::Blocked, State::Superseded, State::StubBacklog];
    let mut text = "# Task Board\n".to_string();
    for state in states {
        text.push_str(&format!("\n## {}\n", state.name()));
        for document in workspace.documents() {
            let is_own = match document.kind {
                Kind::Packet => true,
                Kind::Stub => workspace.packet(document.stem()).is_none(),
                _ => false,
            };
            if let Some((own, note)) = standing(document).filter(|(own, _)| is_own && *own == state) {
                text.push_str(&format!("{}\n", board::line(document.stem(), own, note)));
            }
        }
    }
    let mut change = SourceChange::new("Create the task board");
    change.create(&path, "every packet where it says that it stands", text);
    change
}

/// A registry with a row for each base that has several packets.
fn new_registry(workspace: &Workspace) -> SourceChange {
    let path = workspace.config.layout.registry.clone();
    let index = workspace.index();
    let mut text = "# WP_TRACEABILITY_REGISTRY\n\n| Base WP ID | Active Packet | Task Board | Notes |\n|---|---|---|---|\n".to_string();
    let bases: BTreeSet<&str> = index.packets.iter().map(|id| base_of(id)).collect();
    for base in bases {
        let family = index.family(base);
        let newest = family
            .iter()
            .filter_map(|id| workspace.packet(id))
            .max_by_key(|packet| revision_of(packet.stem()).unwrap_or(0));
        let Some(newest) = newest.filter(|_| family.len() > 1) else { continue };
        let state = standing(newest).map_or(State::Blocked, |(state, _)| state);
        let supersedes: Vec<&str> = family
            .iter()
            .copied()
            .filter(|id| *id != newest.stem() && workspace.packet(id).is_some())
            .collect();
        let supersedes = supersedes.join(", ");
        let active = registry::Active {
            base,
            id: newest.stem(),
            path: &newest.path,
            state,
            supersedes: (!supersedes.is_empty()).then_some(&*supersedes),
        };
        text.push_str(&format!("{}\n", registry::row(&active)));
    }
    let mut change = SourceChange::new("Create the traceability registry");
    change.create(&path, "the newest packet of each base", text);
    change
}

/// The file in the folder where its title says that it belongs.
fn relocated(document: &Document, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    let layout = &workspace.config.layout;
    let folder = if document.kind == Kind::Stub { &layout.packets } else { &layout.stubs };
    let to = format!("{folder}/{}.md", document.stem());
    if workspace.document(&to).is_some() {
        return Err(Refusal::new(format!("there is a {to} already"), "compare the two by hand"));
    }
    if let Some(reason) = guard::refused(document, workspace, &[]) {
        return Err(Refusal::new(reason.reason(), "it stays where it is"));
    }
    let mut change = SourceChange::new(format!("Move it to {to}"));
    change.rename(&document.path, &to, "where its title says that it belongs");
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
fn named_on_board(id: &str, blocker: &str, workspace: &Workspace) -> Option<Result<SourceChange, Refusal>> {
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
    let mut change = SourceChange::new(format!("Name {blocker} as a blocker of {id} on the board"));
    Some(change.edit(tasks, "what the packet depends on", vec![edit]).map(|()| change))
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
fn depends(id: &str, on: &str, workspace: &Workspace) -> Option<(String, Result<SourceChange, Refusal>)> {
    let packet = workspace.packet(id)?;
    let title = format!("Say in {id} that it depends on {on}");
    let why = "what others say of it";
    let field = packet.field(Label::DependsOn);
    let says = |field| packet.is_said(field) && !packet.value_of(field).text.eq_ignore_ascii_case("NONE");
    let listed = field.map(|field| match says(field) {
        true => packet.with_entry(field, on).into_iter().collect(),
        false => vec![crate::rules::report::write_value(field, on)],
    });
    let edits: Vec<Edit> = match listed.filter(|edits: &Vec<Edit>| !edits.is_empty()) {
        Some(edits) if guard::refused(packet, workspace, &edits).is_none() => edits,
        _ => {
            let state = super::stage::state(on, workspace);
            let mut note = Fix::insertion("", template::field(packet, Label::Blocker)?);
            note.fill(on);
            note.fill(&state);
            note.edits
        }
    };
    let change = of_one(packet, workspace, &title, why, edits);
    Some((title, change))
}

#[cfg(test)]
mod tests;
