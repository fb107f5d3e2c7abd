//! # A spec anchor was not part of the refinement
//!
//! The user approved the sections of the refinement; what came later was approved by nobody.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: 4.3.2 Sync
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT
//! - SPEC_ANCHOR: 2.1.1 Batches
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: 2.1 Writing
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT
//! - SPEC_ANCHOR: 2.1.1 Batches
//! ````
//!
//! Source: Part 2.5.2.

use crate::document::Document;
use crate::document::anchor::Anchor;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(refinement) = workspace.refinement(packet.stem()) else { return };
    let mut approved = refinement.spec_anchors().iter().filter(|anchor| anchor.number.is_some()).peekable();
    // Where anchors are hidden, nobody knows them all.
    if approved.peek().is_none() || refinement.hides_anchors() {
        return;
    }
    let approved: Vec<&Anchor> = approved.collect();
    for anchor in packet.spec_anchors() {
        // Inside a document that the specification holds verbatim, numbers are its own.
        let Some(number) = anchor.within.or(anchor.number).filter(|_| !anchor.is_addendum) else { continue };
        if !approved.iter().any(|known| known.covers(number)) {
            let written = anchor.range.of(&packet.text);
            report.at(anchor.range, format!("`{written}` is no anchor of {}", refinement.path));
        }
    }
}
