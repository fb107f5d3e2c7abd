//! # A DONE_MEANS item cites a section that the packet does not anchor in
//!
//! What is judged by a section must be approved with it: SPEC_ANCHOR and the refinement name them all.
//!
//! ````md,bad
//! - SPEC_ANCHOR: 2.1.1 Batches
//! - DONE_MEANS:
//!   - Batches are written in order per 2.1.1
//!   - Files are synced per 4.3.2
//! ````
//!
//! ````md,good
//! - SPEC_ANCHOR: 2.1 Writing
//! - DONE_MEANS:
//!   - Batches are written in order per 2.1.1
//! ````
//!
//! Source: Part 5.4 [CX-602].

use crate::document::Document;
use crate::document::anchor::citations;
use crate::document::contract::label::Label;
use crate::document::spec::number::Number;
use crate::rules::report::{Finding, Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(field) = packet.field(Label::DoneMeans) else { return };
    let refinement = workspace.refinement(packet.stem());
    let approved =
        packet.spec_anchors().iter().chain(refinement.into_iter().flat_map(|found| found.spec_anchors()));
    let approved: Vec<Number> = approved.filter_map(|anchor| anchor.within.or(anchor.number)).collect();
    // Without a number to compare with, nothing is foreign.
    if approved.is_empty() {
        return;
    }
    for item in &packet.items(field).list {
        for cited in citations(item.range.of(&packet.text), item.range.start) {
            let Some(number) = cited.number else { continue };
            if !approved.iter().any(|known| number.is_within(*known) || known.is_within(number)) {
                let written = cited.range.of(&packet.text);
                let finding = report
                    .at(cited.range, format!("`{written}` is in neither SPEC_ANCHOR nor the refinement"));
                let own = packet.spec_anchors().iter().filter_map(|anchor| anchor.number);
                for number in own.take(MOST) {
                    renumbered(finding, cited.number_range, number);
                }
            }
        }
    }
}

/// Anchors of the packet that are offered.
const MOST: usize = 4;

fn renumbered(finding: &mut Finding, written: Option<Range>, number: Number) {
    let Some(written) = written else { return };
    finding.fix(format!("Write {number}"), Safety::Review, vec![Edit::replace(written, number.to_string())]);
}
