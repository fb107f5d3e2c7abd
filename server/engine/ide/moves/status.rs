//! A packet's state in the packet, on the board and in the registry (Part 6.3).

use std::sync::Arc;

use super::{packet, set};
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::ide::ledgers::{board, registry};
use crate::ide::source_change::{Refusal, SourceChange};
use crate::text::edit::Edit;
use crate::text::grammar::id::base_of;
use crate::text::grammar::verdict::Verdict;
use crate::text::range::Range;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// What a person has to say of blocked work: the board wants a reason and a day.
pub const REASON: &str = "<fill: reason>";
pub const ETA: &str = "(ETA <fill: YYYY-MM-DD>)";

/// A state that a packet may be set to, and how the board says it.
pub struct Next<'a> {
    document: &'a Arc<Document>,
    status: Status,
    state: State,
    note: &'a str,
}

/// Whether a packet may be set to a state, as far as can be told without doing so.
pub fn check<'a>(
    id: &str,
    written: &str,
    reason: Option<&'a str>,
    workspace: &'a Workspace,
) -> Result<Next<'a>, Refusal> {
    let status = Status::of(written).filter(|status| !matches!(status, Status::Stub | Status::Gap));
    let Some(status) = status else {
        return Err(Refusal::new(
            format!("`{written}` is no state of a packet"),
            "write Ready for Dev, In Progress, Done, Blocked or Superseded",
        ));
    };
    let document = packet(id, workspace)?;
    let is_open = matches!(status, Status::Ready | Status::InProgress | Status::Blocked);
    if is_open && workspace.lifecycle(document) == Lifecycle::Historical {
        return Err(Refusal::new(
            format!("{id} is closed"),
            format!("`taskpacket new revision {}` makes the next one", base_of(id)),
        ));
    }
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    let (state, note) = match status {
        Status::Ready => (State::Ready, ""),
        Status::InProgress => (State::InProgress, ""),
        Status::Done => (State::Done, verdict(document.facts().last_verdict, id)?),
        Status::Blocked => (State::Blocked, reason.ok_or_else(|| no_reason(id))?),
        _ => (State::Superseded, ""),
    };
    if document.field(Label::Status).is_none() {
        return Err(Refusal::new(format!("{} states no Status", document.path), "insert the field first"));
    }
    Ok(Next { document, status, state, note })
}

/// Sets a packet's state everywhere. `reason` says why it is blocked.
pub fn set_status(
    id: &str,
    written: &str,
    reason: Option<&str>,
    workspace: &Workspace,
) -> Result<SourceChange, Refusal> {
    let Next { document, status, state, note } = check(id, written, reason, workspace)?;
    let mut change = SourceChange::new(format!("Set {id} to {}", status.name()));
    let edits = set(document, Label::Status, status.name()).into_iter().collect();
    change.edit(document, "the packet's own state", edits)?;
    if let Some(document) = workspace.only(Kind::Board) {
        // A reason is one line of the board, however it was typed.
        let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut edits = board::put(document, id, state, &note);
        edits.extend(in_gates(document, id, status));
        change.edit(document, "its entries on the board", edits)?;
    }
    if let Some(document) = workspace.only(Kind::Registry) {
        change.edit(document, "its state in the registry", registry::state(document, id, state))?;
    }
    if change.files.is_empty() {
        return Err(Refusal::new(
            format!("{id} is {} everywhere already", status.name()),
            "nothing is left to do",
        ));
    }
    Ok(change)
}

/// The states that the phase gates of the board give a packet, brought up to date.
fn in_gates(board: &Document, id: &str, status: Status) -> Vec<Edit> {
    let entries = board.phase_gates().flat_map(|gate| board.gate_entries(gate));
    let own = entries.filter(|entry| entry.id.of(&board.text) == id).filter_map(|entry| entry.status);
    let replaced = |place: Range| {
        let words = place.of(&board.text);
        let bare = words.trim().trim_matches(['[', ']', '*', ' ']);
        let start = place.start + words.find(bare).unwrap_or(0);
        let wanted = status.name().to_ascii_uppercase();
        (bare != wanted).then(|| Edit::replace(Range::new(start, start + bare.len()), wanted))
    };
    own.filter_map(replaced).collect()
}

/// The board's token for a finished packet: a Validator's word, which nobody else gives.
fn verdict(last: Option<Verdict>, id: &str) -> Result<&'static str, Refusal> {
    last.map(Verdict::token).ok_or_else(|| {
        Refusal::new(format!("{id} has no verdict"), "the Validator appends a report with one first")
    })
}

fn no_reason(id: &str) -> Refusal {
    Refusal::new(format!("nobody says why {id} is blocked"), "give a `reason`, with an ETA")
}
