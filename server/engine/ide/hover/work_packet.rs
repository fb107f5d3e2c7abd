//! The status card of a work packet: where it stands, each line with what says so.

use super::signature::signed;
use super::stem;
use crate::diagnostics::{Scope, diagnostics};
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::ide::card::{Card, Phrase};
use crate::ide::stage::{standing, state};
use crate::rules::report::Severity;
use crate::text::grammar::id::base_of;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// Of a list; how many there are is said.
const MOST: usize = 8;

pub fn card(id: &str, workspace: &Workspace) -> Card {
    let index = workspace.index();
    let own = workspace.meant(id);
    let packet = workspace.packet(own);
    let mut card = match own == id {
        true => Card::titled(own),
        false => Card::titled(format!("{own} (the active packet of {id})")),
    };
    let document = packet.or_else(|| workspace.stub(own));
    if let Some(what) = document.and_then(|document| document.facts().what.clone()) {
        card.words(what);
    }
    match standing(own, workspace) {
        Some(found) => {
            let next = match found.next {
                Some(next) => format!("; next {}: {}", next.name(), found.todo),
                None => String::new(),
            };
            card.row(
                "Stage",
                Phrase::default().code(found.stage.name()).words(format!(": {}{next}", found.evidence)),
            );
        }
        None => card.row("Stage", "no file, no gate and no board entry of this id"),
    }
    let status = match (packet, document) {
        (Some(packet), _) => packet.facts().status.map_or("not readable", |status| status.name()),
        (None, Some(_)) => "stub: not activated",
        _ => "no packet and no stub",
    };
    card.row("Status", status);
    board(own, workspace, &mut card);
    match index.registered(base_of(own)) {
        Some(row) if row.active_id() == own => card.row("Registry", "the active packet of its base"),
        Some(row) => card.row("Registry", format!("replaced by {}", stem(&row.active))),
        None => card.row("Registry", "no row"),
    }
    if let Some(packet) = packet {
        match packet.signature() {
            Some((_, value)) => card.row("Signature", signed(value.text, workspace)),
            None => card.row("Signature", "none"),
        }
    }
    refinement(own, workspace, &mut card);
    if let Some(packet) = packet {
        around(packet, workspace, &mut card);
    }
    card
}

fn board(id: &str, workspace: &Workspace, card: &mut Card) {
    let entries = workspace.index().board().iter().filter(|entry| entry.wp == id).map(|entry| {
        let said = Phrase::from(entry.state.name());
        match &entry.token {
            Some(token) => said.words(" ").code(format!("[{token}]")),
            None => said,
        }
    });
    let said = Phrase::list(entries, MOST);
    card.row("Task board", if said.is_empty() { Phrase::from("not listed") } else { said });
}

fn refinement(id: &str, workspace: &Workspace, card: &mut Card) {
    let Some(refinement) = workspace.refinement(id) else {
        card.row("Refinement", "none");
        return;
    };
    let evidence = refinement.filled(Label::ApprovalEvidence);
    let said = match (refinement.facts().approved, evidence, refinement.is_locked()) {
        (true, ..) => "approved and signed",
        (false, Some(_), true) => "signed; its approval names another id",
        (false, Some(_), false) => "approved, not signed",
        (false, None, true) => "signed without an approval",
        (false, None, false) => "not approved",
    };
    card.row("Refinement", said);
}

/// What it waits for, what waits for it, how long, what it holds.
fn around(packet: &Document, workspace: &Workspace, card: &mut Card) {
    let facts = packet.facts();
    let waits = facts.depends_on.iter().filter(|wp| *wp != packet.stem());
    let waits = Phrase::list(waits.map(|wp| Phrase::from(blocker(wp, workspace))), MOST);
    if !waits.is_empty() {
        card.row("Waits for", waits);
    }
    let waiting = workspace.waiting_for(packet.stem());
    let waiting = Phrase::list(waiting.map(|wp| Phrase::from(blocker(wp, workspace))), MOST);
    if !waiting.is_empty() {
        card.row("Blocks", waiting);
    }
    if let Some(verdict) = facts.last_verdict {
        card.row("Last verdict", verdict.name());
    }
    if let Some(said) = age(packet, workspace) {
        card.row("Age", said);
    }
    locks(packet, workspace, card);
    let scope = match workspace.lifecycle(packet) {
        Lifecycle::Active => Scope::Active,
        Lifecycle::Historical => {
            card.row("Findings", "not looked for: the packet is closed");
            return;
        }
    };
    let found = diagnostics(packet, workspace, scope);
    let errors = found.iter().filter(|found| found.severity == Severity::Error).count();
    card.row("Findings", format!("{} ({errors} errors)", found.len()));
}

fn locks(packet: &Document, workspace: &Workspace, card: &mut Card) {
    let locks: Vec<_> = packet.lock_set().collect();
    if locks.is_empty() {
        return;
    }
    let is_held = workspace.is_in_progress(packet) && workspace.lifecycle(packet) == Lifecycle::Active;
    if is_held {
        let paths = Phrase::list(locks.iter().map(|entry| Phrase::default().code(&entry.path)), MOST);
        card.row("Holds locked", paths);
    } else {
        card.row("In scope", format!("{} paths, not locked: nobody works on it", locks.len()));
    }
}

/// How long the packet has been in its board state, against the usual limit.
pub fn age(packet: &Document, workspace: &Workspace) -> Option<String> {
    let states = [State::Blocked, State::Ready, State::InProgress];
    let state = workspace.index().on_board(packet.stem()).find(|entry| states.contains(&entry.state))?.state;
    let (age, _) = workspace.age(packet, state)?;
    let limit = workspace.limit(state)?;
    let over = if age.days >= limit { ", which is too long" } else { "" };
    let (state, days, since) = (state.name(), age.days, age.since);
    Some(format!("{state} for {days} work days since {since}, at most {limit} are usual{over}"))
}

/// A work packet that another one waits for, with its state.
pub fn blocker(wp: &str, workspace: &Workspace) -> String {
    format!("{wp} ({})", state(wp, workspace))
}
