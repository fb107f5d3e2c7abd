//! # Work that can start independently waits for this packet
//!
//! One of the two lines is wrong.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - Depends on: NONE
//! - Blocks: NONE
//! - Can start independently: WP-1-Console
//! //- .GOV/task_packets/WP-1-Console.md
//! - Depends on: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - Depends on: NONE
//! - Blocks: NONE
//! - Can start independently: WP-1-Console
//! //- .GOV/task_packets/WP-1-Console.md
//! - Depends on: NONE
//! ````
//!
//! Source: Part 7.1 [CX-573E].

use super::named;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Hint, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(field) = packet.field(Label::CanStart) else { return };
    for (wp, place) in named(packet, field) {
        let waits = workspace
            .packet(wp)
            .is_some_and(|other| other.facts().depends_on.iter().any(|id| id == packet.stem()));
        if waits {
            report.at(place, format!("{wp} says that it depends on {}", packet.stem()));
        }
    }
}
