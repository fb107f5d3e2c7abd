//! # A HIGH packet changes documents only
//!
//! HIGH costs a manual review and five commands; documents alone rarely need them.
//!
//! ````md,bad
//! - RISK_TIER: HIGH
//! - IN_SCOPE_PATHS:
//!   - docs/store.md
//! ````
//!
//! ````md,good
//! - RISK_TIER: HIGH
//! - IN_SCOPE_PATHS:
//!   - docs/store.md
//!   - src/store/batch.rs
//! ````
//!
//! Source: Part 3.5 [CX-602].

use super::{is_document, stated};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::PathForm;
use crate::document::value::Tier;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some((tier, value)) = stated(packet) else { return };
    let paths = packet.paths(Label::InScopePaths);
    if tier == Tier::High
        && !paths.is_empty()
        && paths.iter().all(|entry| entry.form != PathForm::Prose && is_document(packet, entry))
    {
        report.at(value.range, "HIGH, but only documents are in scope");
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn words_are_no_documents() {
        check(
            &RULE,
            "\
- RISK_TIER: HIGH
- IN_SCOPE_PATHS:
  - the store
",
        );
    }
}
