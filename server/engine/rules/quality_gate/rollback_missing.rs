//! # The packet has no ROLLBACK_HINT
//!
//! Whoever has to undo the work at night needs to read how.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## QUALITY_GATE
//! ````
//!
//! ````md,good
//! ### ROLLBACK_HINT
//! ```bash
//! git revert 1234567
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-607].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    legacy: Some(Severity::Warning),
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(packet: &Document, report: &mut Report) {
    match packet.field(Label::RollbackHint) {
        None => _ = report.at(packet.place_for(Label::RollbackHint), "no ROLLBACK_HINT"),
        Some(field) if !packet.is_said(field) => _ = report.at(field.name, "ROLLBACK_HINT says nothing yet"),
        Some(_) => {}
    }
}
