//! # Two packets disagree about who waits for whom
//!
//! One says that it blocks the other, and the other does not know.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - Depends on: NONE
//! - Blocks: WP-1-Console
//! //- .GOV/task_packets/WP-1-Console.md
//! - Depends on: NONE
//! - Blocks: NONE
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - Depends on: NONE
//! - Blocks: WP-1-Console
//! //- .GOV/task_packets/WP-1-Console.md
//! - Depends on: WP-1-Example
//! - Blocks: NONE
//! ````
//!
//! Source: Part 7.1 [CX-573E].

use super::named;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::base_of;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for field in packet.fields().all(Label::Blocks).filter(|field| !field.in_report) {
        for (wp, place) in named(packet, field) {
            let Some(other) =
                workspace.packet(wp).filter(|other| workspace.lifecycle(other) == Lifecycle::Active)
            else {
                continue;
            };
            let knows =
                other.facts().depends_on.iter().any(|id| id == packet.stem() || id == base_of(packet.stem()));
            if !knows {
                report.at(place, format!("{wp} does not say that it depends on {}", packet.stem()));
            }
        }
    }
}
