//! # A packet is near the limit of its state
//!
//! At four fifths of `sla.blocked`, `sla.ready` or `sla.in-progress` there is still time to act. The rule is off until it is
//! selected or given a severity.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - DATE: 2026-03-04
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: x (ETA soon)
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - DATE: 2026-03-09
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: x (ETA soon)
//! ````
//!
//! Source: Part 7.3 [CX-635B].

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { severity: Severity::Hint, off: true, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let entries = workspace.index().on_board(packet.stem());
    for state in entries.map(|entry| entry.state) {
        let Some(limit) = workspace.limit(state) else { continue };
        let Some((age, place)) = workspace.age(packet, state) else { continue };
        if age.days < limit && age.days * 5 >= limit * 4 {
            let state = state.name();
            report.at(place, format!("{state} for {} work days, at most {limit} are usual", age.days));
        }
    }
}
