//! # A revision of nothing
//!
//! The packet is a second version, but no first one is here: its lineage cannot be audited.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Export-v2.md
//! # Task Packet: WP-1-Export-v2
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Export-v2.md
//! # Task Packet: WP-1-Export-v2
//! //- .GOV/task_packets/WP-1-Export.md
//! # Task Packet: WP-1-Export
//! ````
//!
//! Source: Part 4, step 2 [CX-601].

use super::packet_title::place_of_name;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::{base_of, revision_of};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let own = packet.stem();
    let Some(revision) = revision_of(own).filter(|&revision| revision >= 2) else { return };
    let base = base_of(own);
    if workspace.index().family(base).iter().all(|&other| other == own) {
        report.at(
            place_of_name(packet),
            format!("revision {revision}, but no other packet or stub of `{base}` is here"),
        );
    }
}
