//! # The packet exists, and its refinement is not signed
//!
//! The packet was written before the user had agreed to it.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - USER_SIGNATURE: <pending>
//! //- .GOV/task_packets/WP-1-Example.md
//! - WP_ID: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/task_packets/WP-1-Example.md
//! - WP_ID: WP-1-Example
//! ````
//!
//! Source: Part 2.5.3.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(refinement: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(field) = refinement.field(Label::UserSignature) else { return };
    let value = refinement.value_of(field);
    if placeholder::class_with_note(value.text).is_some() && workspace.packet(refinement.stem()).is_some() {
        let range = if value.text.is_empty() { field.name } else { value.range };
        report.at(range, format!("not signed, but the packet {} exists", refinement.stem()));
    }
}
