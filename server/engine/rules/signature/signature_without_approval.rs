//! # The packet is signed, and its refinement is not approved
//!
//! A signature closes an approval; here there is none to close. What is wrong in the refinement itself is told there.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT
//! - USER_APPROVAL_EVIDENCE: <pending>
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT
//! - USER_SIGNATURE: mara050320260915
//! - USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Example
//! ````
//!
//! Source: Part 2.5.2, Part 2.5.3.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some((_, value)) =
        document.signature().filter(|(_, value)| document.config.users.signature(value.text).is_some())
    else {
        return;
    };
    let wanted = format!("APPROVE REFINEMENT {}", document.stem());
    let Some(refinement) = workspace.refinement(document.stem()) else { return };
    let evidence = refinement.field(Label::ApprovalEvidence);
    if evidence.is_some_and(|field| refinement.value_of(field).text == wanted) {
        return;
    }
    let message = format!("`{}` is signed, but the refinement does not say `{wanted}`", value.text);
    let finding = report.at(value.range, message);
    if let Some(field) = evidence {
        finding.related(refinement.path.clone(), field.line, "the approval evidence");
    }
}
