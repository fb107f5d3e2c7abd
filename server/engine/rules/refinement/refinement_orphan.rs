//! # The refinement belongs to no packet and no stub
//!
//! Work was prepared and then forgotten, or the file has another name than the work. While the user has not decided,
//! nothing is said: a refinement comes before its packet.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - WP_ID: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ````
//!
//! Source: Part 2.5.2.

use super::is_pending;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Info,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(refinement: &Document, workspace: &Workspace, report: &mut Report) {
    let id = refinement.stem();
    if refinement.value(Label::ReviewStatus).is_some_and(is_pending) {
        return;
    }
    // In a workspace without any packet there is nothing to compare with.
    let others = !workspace.index().packets.is_empty() || !workspace.index().stubs.is_empty();
    let alone = workspace.packet(id).is_none() && workspace.stub(id).is_none();
    if alone && (others || workspace.index().refinements.len() == 1) {
        report
            .at(refinement.place_in("TECHNICAL_REFINEMENT"), format!("there is no packet and no stub {id}"));
    }
}
