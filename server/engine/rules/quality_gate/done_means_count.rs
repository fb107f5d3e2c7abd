//! # DONE_MEANS has too few or too many items
//!
//! Fewer than three leave gaps, more than eight are more than one packet.
//!
//! ````md,bad
//! ### DONE_MEANS
//! - one per 2.1.1
//! ````
//!
//! ````md,good
//! ### DONE_MEANS
//! - one per 2.1.1
//! - two per 2.1.2
//! - all tests pass
//! ````
//!
//! Source: Part 3.5 [CX-606].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::DoneMeans) else { return };
    let Some(found) = packet.counted(Label::DoneMeans).filter(|found| !found.fits()) else { return };
    let (count, range) = (found.count, found.range);
    // A list of placeholders is no list yet.
    if count == 0 || !packet.is_said(field) {
        return;
    }
    let finding = report.at(field.name, format!("{count} DONE_MEANS items, the protocol asks for {range}"));
    if count > range.least {
        finding.severity(Severity::Info);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn placeholders_are_not_counted() {
        check(
            &RULE,
            "\
- DONE_MEANS:
  - measurable criterion 1
  - measurable criterion 2
",
        );
    }
}
