//! # The stub names no section of the Main Body
//!
//! Candidates tell whoever activates the stub where to look.
//!
//! ````md,bad
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! - SPEC_ANCHOR_CANDIDATES:
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! - SPEC_ANCHOR_CANDIDATES:
//!   - 2.1.1 Batches
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Stub], severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(stub: &Document, report: &mut Report) {
    let Some(field) = stub.field(Label::AnchorCandidates) else { return };
    if !stub.is_said(field) {
        report.at(field.name, "SPEC_ANCHOR_CANDIDATES says nothing yet");
    }
}
