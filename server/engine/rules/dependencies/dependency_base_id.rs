//! # A dependency names a base id
//!
//! The base has an active packet; its id says which revision is waited for.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - Depends on: WP-1-Storage
//! //- .GOV/task_packets/WP-1-Storage-v2.md
//! - **Status:** In Progress
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Storage | .GOV/task_packets/WP-1-Storage-v2.md | In Progress | |
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - Depends on: WP-1-Storage-v2
//! //- .GOV/task_packets/WP-1-Storage-v2.md
//! - **Status:** In Progress
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Storage | .GOV/task_packets/WP-1-Storage-v2.md | In Progress | |
//! ````
//!
//! Source: Part 5.7 [CX-580E]; Part 7.1 [CX-573E].

use super::{resolved, waits_for};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Hint,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    for (wp, place) in waits_for(document) {
        let active = resolved(wp, workspace);
        if active != wp && workspace.packet(&active).is_some() {
            report.at(place, format!("the active packet of {wp} is {active}")).fix(
                format!("Write {active}"),
                Safety::Review,
                vec![Edit::replace(place, active)],
            );
        }
    }
}
