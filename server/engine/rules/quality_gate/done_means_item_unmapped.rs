//! # A DONE_MEANS item cites no section
//!
//! The items beside it do; this one is a wish of the packet alone.
//!
//! ````md,bad
//! - DONE_MEANS:
//!   - Batches are written in order per 2.1.1
//!   - Old files are removed
//! ````
//!
//! ````md,good
//! - DONE_MEANS:
//!   - Batches are written in order per 2.1.1
//!   - Old files are removed per 2.1.2
//!   - All tests pass
//! ````
//!
//! Source: Part 5.4 [CX-602].

use super::{cites, names_a_check};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::DoneMeans) else { return };
    let items = packet.items(field);
    // Where no item cites anything, one finding says so.
    if !items.list.iter().any(|item| cites(packet, item)) {
        return;
    }
    for item in &items.list {
        let words = item.range.of(&packet.text);
        if !cites(packet, item)
            && !names_a_check(words)
            && placeholder::class(item.head.of(&packet.text)).is_none()
        {
            let finding =
                report.at(item.head, "cites no section or clause of the specification, and names no check");
            let anchors = packet.spec_anchors().iter().filter_map(|anchor| anchor.number.as_ref());
            for number in anchors.take(MOST) {
                let edits = vec![Edit::insert(item.head.end, format!(" per {number}"))];
                finding.fix(format!("Append `per {number}`"), Safety::Review, edits);
            }
        }
    }
}

/// Anchors that are offered.
const MOST: usize = 4;

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn clause_ids_and_short_numbers_of_the_spec_are_cited() {
        check(
            &RULE,
            "\
- DONE_MEANS:
  - Batches are written in order per 2.1.1
  - Paths are kept inside (STO-SEC-002)
  - SPEC 11.5 Events: one for each batch
",
        );
    }
}
