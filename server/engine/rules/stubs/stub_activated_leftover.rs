//! # The packet of this stub exists
//!
//! The stub may go; its text is in the packet.
//!
//! ````md,bad
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Stub], severity: Severity::Hint, check: Check::Workspace(check), ..Rule::BASE };

fn check(stub: &Document, workspace: &Workspace, report: &mut Report) {
    if workspace.packet(stub.stem()).is_some() {
        report.at(stub.place_in(""), format!("{} is a packet now", stub.stem()));
    }
}
