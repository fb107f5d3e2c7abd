//! # Everything that blocked this work is validated
//!
//! It could be started, and stands where nobody looks.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Done
//! - **[WP-1-Storage]** - [VALIDATED]
//!
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA soon)
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Storage]**
//!
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA soon)
//! ````
//!
//! Source: Part 4, step 1; Part 6.3.

use super::{entries, moved};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::id::find_wp_ids;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in entries(board, &[State::Blocked]) {
        let own = entry.id.of(&board.text);
        let words = entry.rest.of(&board.text);
        let mut blockers: Vec<String> = find_wp_ids(words).map(|id| id.of(words).to_string()).collect();
        blockers
            .extend(workspace.packet(own).into_iter().flat_map(|packet| packet.facts().depends_on.clone()));
        let validated = |wp: &String| workspace.index().is_validated(wp);
        if !blockers.is_empty() && blockers.iter().all(validated) {
            let finding = report.at(
                entry.id,
                format!("{} is validated; {own} can move to Ready for Dev", blockers.join(" and ")),
            );
            if let Some(edits) = moved(board, entry, State::Ready, &format!("- **[{own}]**")) {
                finding.fix("Move it to Ready for Dev", Safety::Review, edits);
            }
        }
    }
}
