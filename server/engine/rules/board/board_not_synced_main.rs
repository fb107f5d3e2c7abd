//! # The board differs from that of the main branch
//!
//! The Operator reads the board of `main`; what moves on a branch alone is seen by nobody else. The rule is off until it is
//! selected or given a severity, because every branch differs for a while.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## In Progress
//! - **[WP-1-Example]** - [IN_PROGRESS]
//! //- main:.GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]** - [READY_FOR_DEV]
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## In Progress
//! - **[WP-1-Example]** - [IN_PROGRESS]
//! //- main:.GOV/roles_shared/TASK_BOARD.md
//! ## In Progress
//! - **[WP-1-Example]** - [IN_PROGRESS]
//! ````
//!
//! Source: Part 6.3; Part 3, error recovery [CX-611].

use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Info,
    off: true,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(main) = workspace.surroundings.git.as_ref().and_then(|git| git.main_board.as_ref()) else {
        return;
    };
    let facts = main.document.facts();
    let there = |wp: &str| facts.board.iter().find(|entry| entry.wp == wp && entry.state != State::Active);
    for entry in board.board_entries().iter().filter(|entry| entry.state != State::Active) {
        let wp = entry.id.of(&board.text);
        match there(wp) {
            Some(other) if other.state == entry.state => {}
            Some(other) => {
                _ = report.at(entry.id, format!("the main branch has {wp} in {}", other.state.name()));
            }
            None => _ = report.at(entry.id, format!("the main branch does not have {wp} on its board")),
        }
    }
}
