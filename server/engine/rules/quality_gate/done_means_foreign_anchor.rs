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
use crate::document::anchor::{Anchor, citations};
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
    let approved: Vec<&Anchor> = approved.filter(|anchor| anchor.number.is_some()).collect();
    // Without a number to compare with, nothing is foreign; where anchors are hidden, nobody knows them all.
    if approved.is_empty() || refinement.is_some_and(|refinement| refinement.hides_anchors()) {
        return;
    }
    let is_approved = |number: Number| approved.iter().any(|known| known.covers(number));
    for item in &packet.items(field).list {
        let mut before: Option<Anchor> = None;
        for cited in citations(item.range.of(&packet.text), item.range.start) {
            let last = before.replace(cited.clone());
            let Some(number) = cited.number else { continue };
            // Right behind an approved section stands a number of its own: `11.8 4.2`.
            let is_inner = last.is_some_and(|last| {
                let between = packet.text.get(last.range.end..cited.range.start).unwrap_or("-");
                between.trim().is_empty() && last.number.is_some_and(is_approved)
            });
            if !is_approved(number) && !is_inner {
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

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn ranges_and_inner_numbers_are_approved() {
        check(
            &RULE,
            "\
- SPEC_ANCHOR: 2.1.1-2.1.4; 11.8 (Verbatim)
- DONE_MEANS:
  - 2.1.3 holds, and all fields of §11.8 §4.2
  - 2.2.1 holds
    ^^^^^ `2.2.1` is in neither SPEC_ANCHOR nor the refinement
",
        );
    }
}
