//! # IN_SCOPE_PATHS lists nothing
//!
//! An empty list forbids every change.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - path/to/file
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/a.rs
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::InScopePaths) else { return };
    if packet.paths(Label::InScopePaths).is_empty() {
        report.at(field.name, "IN_SCOPE_PATHS lists no path");
    }
}
