//! Rules about the phase closure gate on the task board: a phase closes when everything in it is validated.

family! { 'V', "Phase gates";
    phase_gate_entry_incomplete
    phase_gate_status_missing
    phase_close_not_validated
    phase_close_blocked
    phase_close_ready_remaining
    phase_gate_section_missing
    phase_gate_entry_drift
    phase_gate_summary_stale
    phase_gate_checkbox_false
    phase_close_waiver_open
    phase_close_spec_regression
}

use memchr::memmem;

use super::waivers::is_over;
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::document::status::Status;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// The words with which a gate claims that its phase is over, where it does.
fn claim(board: &Document, gate: &Section) -> Option<Range> {
    let claims = |line: &Range| {
        let words = line.of(&board.text).to_ascii_uppercase();
        let status = words.contains("STATUS");
        status
            && (words.contains("READY TO CLOSE") || words.contains("CLOSED"))
            && !words.contains("NOT READY")
    };
    board.lines_in(gate.body).find(claims)
}

/// Whether the board has validated a work packet.
fn is_validated(wp: &str, workspace: &Workspace) -> bool {
    workspace.index().is_validated(wp)
}

/// Where a work packet stands: on the board, else by its own word. Without a packet it is a gap, or a stub.
fn standing(wp: &str, workspace: &Workspace) -> Status {
    let on_board = workspace.index().on_board(wp).find_map(|entry| match entry.state {
        State::Ready => Some(Status::Ready),
        State::InProgress => Some(Status::InProgress),
        State::Blocked => Some(Status::Blocked),
        State::Done => Some(Status::Done),
        State::Superseded => Some(Status::Superseded),
        State::StubBacklog => Some(Status::Stub),
        State::Active | State::Other => None,
    });
    let said = || workspace.packet(wp).map(|packet| packet.facts().status.unwrap_or(Status::Ready));
    on_board.or_else(said).unwrap_or(Status::Gap)
}

/// The waivers of a gate's packets that still run and that nobody looked at again: the packet, and what there is to say.
fn open_waivers(board: &Document, gate: &Section, workspace: &Workspace) -> Vec<(String, String)> {
    let Some(now) = workspace.surroundings.now else { return Vec::new() };
    let entries = board.gate_entries(gate);
    let ids = entries.iter().map(|entry| entry.id.of(&board.text));
    let mut open = Vec::new();
    for packet in ids.filter_map(|id| workspace.packet(id)) {
        for waiver in packet.facts().waivers.iter().filter(|waiver| !waiver.revalidated) {
            if waiver.expiry.as_ref().is_some_and(|day| is_over(day, now)) {
                continue;
            }
            let name = waiver.id.as_deref().unwrap_or("a waiver");
            open.push((packet.stem().to_string(), format!("{name} still runs and was not revalidated")));
        }
    }
    open
}

/// What the regression check of the specification would object to, where it would.
fn is_regressed(workspace: &Workspace) -> Option<String> {
    let pointer = &workspace.config.layout.spec_pointer;
    if workspace.only(Kind::SpecPointer).is_none() {
        return Some(format!("there is no {pointer}"));
    }
    let Some(named) = &workspace.index().named_spec else {
        return Some(format!("{pointer} names no specification"));
    };
    let Some(spec) = workspace.current_spec() else { return Some(format!("{named} is not here")) };
    let mut required = workspace.config.spec.required.iter();
    let lost = required.find(|required| memmem::find(spec.text.as_bytes(), required.as_bytes()).is_none())?;
    Some(format!("`{lost}` no longer occurs in {named}"))
}
