//! # Nobody has touched the packet for a long time
//!
//! It is ready, in progress or blocked, and no commit changed it: it is forgotten, or done without a word. The limit is
//! `sla.idle` of `taskpacket.toml`, in days. Without a repository, `Last Updated` of the packet counts.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- HEAD@2026-02-20:.GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## In Progress
//! - **[WP-1-Example]** - [IN_PROGRESS]
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- HEAD@2026-03-01:.GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## In Progress
//! - **[WP-1-Example]** - [IN_PROGRESS]
//! ````
//!
//! Source: Part 2, pre-orchestration checklist; Part 7.3 [CX-635B].

use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;
use crate::workspace::age::day_of;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let is_open = |state: State| matches!(state, State::Ready | State::InProgress | State::Blocked);
    let mut entries = workspace.index().on_board(packet.stem());
    let Some(now) = workspace.surroundings.now.filter(|_| entries.any(|entry| is_open(entry.state))) else {
        return;
    };
    let touched = match &workspace.surroundings.git {
        Some(git) => {
            // What is new or edited just now is not idle.
            let past = git.pasts.get(&*packet.path).filter(|_| !git.is_changed(&packet.path));
            past.and_then(|past| past.committed.time).map(day_of)
        }
        None => packet.filled(Label::LastUpdated).and_then(|value| value.text.get(..10)?.parse().ok()),
    };
    let Some(touched) = touched else { return };
    let days = day_of(now).since(touched).map_or(0, |span| span.get_days());
    if days > workspace.config.sla.idle as i32 {
        report.at(packet.place_of_status(), format!("nobody has touched this for {days} days"));
    }
}
