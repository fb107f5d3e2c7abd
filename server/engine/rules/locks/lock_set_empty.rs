//! # Work is in progress and locks nothing
//!
//! Without readable paths nobody can tell whom it is in the way of.
//!
//! ````md,bad
//! - **Status:** In Progress
//! - IN_SCOPE_PATHS:
//!   - the store
//! ````
//!
//! ````md,good
//! - **Status:** In Progress
//! - IN_SCOPE_PATHS:
//!   - src/store/batch.rs
//! ````
//!
//! Source: Part 4, step 1 [CX-CONC-001].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(value) = packet.value(Label::Status) else { return };
    // A list that is not there at all is told elsewhere.
    let Some(field) = packet.field(Label::InScopePaths).filter(|field| packet.is_said(field)) else { return };
    if Status::of(value.text) == Some(Status::InProgress) && packet.lock_set().next().is_none() {
        report.at(field.name, "in progress, and no path here can be locked");
    }
}
