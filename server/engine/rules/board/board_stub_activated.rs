//! # The board lists a packet as a stub
//!
//! The stub was activated, and its line was left behind.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Stub Backlog (Not Activated)
//! - **[WP-1-Example]** - [STUB]
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Stub Backlog (Not Activated)
//! - **[WP-1-Example]** - [STUB]
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use super::{entries, moved, packet_of, place_of};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in entries(board, &[State::StubBacklog]) {
        if let Some(packet) = packet_of(board, entry, workspace) {
            let finding = report.at(entry.id, format!("{} is a packet already", packet.stem())).related(
                packet.path.clone(),
                packet.place_in(""),
                "the packet",
            );
            if let Some((to, token)) = place_of(packet.facts().status)
                && let Some(edits) = moved(board, entry, to, &format!("- **[{}]**{token}", packet.stem()))
            {
                finding.fix(format!("Move it to {}", to.name()), Safety::Review, edits);
            }
        }
    }
}
