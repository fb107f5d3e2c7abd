//! # The board offers a packet that cannot be started
//!
//! A Coder who takes work from the board finds a packet that tells them to wait.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Blocked
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
//! ````
//!
//! Source: Part 3.5 [CX-601].

use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(value) = packet.value(Label::Status) else { return };
    // What is no status at all is told elsewhere.
    let waits = matches!(Status::of(value.text), Some(Status::Done | Status::Blocked | Status::Superseded));
    let offered = workspace
        .index()
        .on_board(packet.stem())
        .find(|entry| matches!(entry.state, State::Ready | State::InProgress));
    if let Some(entry) = offered
        && waits
    {
        let message = format!("`{}` here, {} on the task board", value.text, entry.state.name());
        report.at(value.range, message);
    }
}
