//! # The packet was written although the specification must be extended first
//!
//! The packet rests on a text that is not in the specification.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - WP_ID: WP-1-Example
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: YES
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - WP_ID: WP-1-Example
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: NO
//! ````
//!
//! Source: Part 2.5.2.

use super::answer;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let refinement = match document.kind {
        Kind::Refinement if workspace.packet(document.stem()).is_some() => document,
        Kind::Refinement => return,
        _ => match workspace.refinement(document.stem()) {
            Some(refinement) => refinement,
            None => return,
        },
    };
    let Some(value) = refinement.value(Label::EnrichmentNeeded) else { return };
    if answer(refinement, Label::EnrichmentNeeded).as_deref() != Some("YES") {
        return;
    }
    if document.kind == Kind::Refinement {
        report.at(value.range, format!("YES, but the packet {} exists", document.stem()));
    } else {
        report
            .at(document.place_in(""), "the refinement says that the specification must be extended first")
            .related(refinement.path.clone(), value.range, "ENRICHMENT_NEEDED");
    }
}
