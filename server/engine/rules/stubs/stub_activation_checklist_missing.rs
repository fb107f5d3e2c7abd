//! # The stub has no activation checklist
//!
//! It keeps the steps from stub to packet in their order.
//!
//! ````md,bad
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ## ACTIVATION_CHECKLIST
//! - refinement
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Stub], severity: Severity::Hint, check: Check::Document(check), ..Rule::BASE };

fn check(stub: &Document, report: &mut Report) {
    if !stub.sections().iter().any(|section| section.name.contains("ACTIVATION_CHECKLIST")) {
        report.at(stub.place_in(""), "no ACTIVATION_CHECKLIST");
    }
}
