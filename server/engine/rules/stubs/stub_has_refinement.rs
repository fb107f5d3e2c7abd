//! # The stub has a refinement and no packet
//!
//! Its activation was begun; what is missing is the signature and the packet.
//!
//! ````md,bad
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT
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
    Rule { kinds: &[Kind::Stub], severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(stub: &Document, workspace: &Workspace, report: &mut Report) {
    let id = stub.stem();
    if let Some(refinement) = workspace.refinement(id).filter(|_| workspace.packet(id).is_none()) {
        report.at(stub.place_in(""), format!("{} exists, the packet does not", refinement.path));
    }
}
