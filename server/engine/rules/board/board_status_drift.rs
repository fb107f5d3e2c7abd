//! # Board and packet say different things about the state
//!
//! The packet says what is true, the board what people see; one of them was forgotten.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 4; Part 6.3.

use super::{moved, packet_of, place_of};
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::rules::report::{Finding, Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board, Kind::Packet],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    if document.kind == Kind::Packet {
        let Some(value) = document.value(Label::Status) else { return };
        let Some(status) = Status::of(value.text) else { return };
        let states: Vec<State> =
            workspace.index().on_board(document.stem()).map(|entry| entry.state).collect();
        let Some(state) = states.iter().copied().find(|state| differs(*state, status)) else { return };
        // An entry that agrees is enough; that there are two is told on the board.
        if states.iter().any(|state| agrees(*state, status)) {
            return;
        }
        let message = format!("`{}` here, {} on the task board", value.text, state.name());
        let finding = report.at(value.range, message);
        if let Some(field) =
            document.field(Label::Status).filter(|_| states.len() == 1 && state != State::Done)
        {
            finding.set(field, state.name());
        }
        tell(finding, state, status);
        return;
    }
    for entry in document.board_entries() {
        let Some(packet) = packet_of(document, entry, workspace) else { continue };
        let Some(status) = packet.facts().status.filter(|status| differs(entry.state, *status)) else {
            continue;
        };
        let message = format!("{} here, {} in the packet", entry.state.name(), status.name());
        let finding = report.at(entry.id, message);
        if let Some((to, token)) = place_of(Some(status))
            && let Some(edits) =
                moved(document, entry, to, &format!("- **[{}]**{token}", entry.id.of(&document.text)))
        {
            finding.fix(format!("Move it to {}", to.name()), Safety::Review, edits);
        }
        if let Some(field) = packet.field(Label::Status) {
            finding.related(packet.path.clone(), field.line, "the packet's status");
        }
        tell(finding, entry.state, status);
    }
}

/// A packet that lags behind a finished board is a slip; the other way round the board hides work.
fn tell(finding: &mut Finding, state: State, status: Status) {
    if state == State::Done && matches!(status, Status::Ready | Status::InProgress) {
        finding.severity(Severity::Warning);
    }
}

fn agrees(state: State, status: Status) -> bool {
    matches!(
        (state, status),
        (State::Ready, Status::Ready)
            | (State::InProgress, Status::InProgress)
            | (State::Done, Status::Done)
            | (State::Blocked, Status::Blocked)
            | (State::Superseded, Status::Superseded)
    )
}

fn differs(state: State, status: Status) -> bool {
    // What is archived keeps its last status; a stub's line and the cross-branch section have rules of their own.
    let state_counts =
        !matches!(state, State::Superseded | State::StubBacklog | State::Active | State::Other);
    state_counts && !matches!(status, Status::Stub | Status::Gap) && !agrees(state, status)
}
