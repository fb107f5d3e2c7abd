//! # The packet waits for a packet that was replaced
//!
//! Nobody will finish it.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## Dependencies
//! - Depends on: WP-1-Storage
//! - Blocks: NONE
//!
//! //- .GOV/task_packets/WP-1-Storage.md
//! - **Status:** Superseded
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! ## Dependencies
//! - Depends on: WP-1-Storage
//! - Blocks: NONE
//!
//! //- .GOV/task_packets/WP-1-Storage.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 7.1 [CX-573E].

use super::{is_superseded, waits_for};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::id::base_of;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    for (wp, place) in waits_for(document) {
        if is_superseded(wp, workspace) {
            let finding = report.at(place, format!("{wp} was replaced"));
            let row = workspace.index().registered(base_of(wp));
            if let Some(active) =
                row.map(|row| row.active_id()).filter(|active| !active.is_empty() && *active != wp)
            {
                finding.replace(place, active);
            }
        }
    }
}
