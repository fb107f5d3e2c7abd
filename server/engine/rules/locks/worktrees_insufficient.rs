//! # There are fewer worktrees than packets in progress
//!
//! Each packet in progress has a worktree of its own, but for one in the main worktree. Nothing is told in CI.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## In Progress
//! - **[WP-1-Example]** - [IN_PROGRESS]
//! - **[WP-1-Console]** - [IN_PROGRESS]
//! - **[WP-1-Storage]** - [IN_PROGRESS]
//! //- git:
//! worktree ../wt-WP-1-Example feat/WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## In Progress
//! - **[WP-1-Example]** - [IN_PROGRESS]
//! - **[WP-1-Console]** - [IN_PROGRESS]
//! //- git:
//! worktree ../wt-WP-1-Example feat/WP-1-Example
//! ````
//!
//! Source: Part 1, branching and concurrency [CX-CONC-001].

use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Warning,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    let worktrees = workspace.surroundings.git.as_ref().and_then(|git| git.worktrees.as_ref());
    let Some(linked) = worktrees.map(Vec::len) else { return };
    let open = board.board_entries().iter().filter(|entry| entry.state == State::InProgress).count();
    let section = board.sections().iter().find(|section| State::of(section) == State::InProgress);
    let Some(section) = section.filter(|_| open > linked + 1) else { return };
    report.at(
        section.title,
        format!("{open} work packets are in progress, {linked} worktrees are linked to the main one"),
    );
}
