//! # The id is part of another packet's name
//!
//! Gates take the first file whose name contains the id, which may be the other one.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Export.md
//! # Task Packet: WP-1-Export
//! //- .GOV/task_packets/WP-1-Export-v2.md
//! # Task Packet: WP-1-Export-v2
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Export.md
//! # Task Packet: WP-1-Export
//! //- .GOV/task_packets/WP-1-Sharing.md
//! # Task Packet: WP-1-Sharing
//! ````
//!
//! Source: Part 5.6 [CX-607].

use super::packet_title::place_of_name;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Hint, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let own = packet.stem();
    // Ids are ordered, and what holds another id begins with it.
    let mut longer = workspace.index().packets.range(own.to_string()..).filter(|other| *other != own);
    let other = longer.next().filter(|other| other.starts_with(own));
    if let Some(other) = other {
        report.at(
            place_of_name(packet),
            format!("`{own}` is also part of `{other}`; gates may read that file"),
        );
    }
}
