//! # The date is not an ISO date
//!
//! Dates are compared; `5 March` cannot be.
//!
//! ````md,bad
//! - DATE: 5 March 2026
//! ````
//!
//! ````md,good
//! - DATE: 2026-03-05T09:15:00Z
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::date::{IsoDate, is_iso_date};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let label = if document.kind == Kind::Refinement { Label::CreatedAt } else { Label::Date };
    let Some(date) = document.filled(label) else { return };
    match is_iso_date(date.text) {
        IsoDate::DateTime => {}
        IsoDate::Date => {
            report
                .at(
                    date.range,
                    format!("`{}` has a day and no time, such as 2026-03-05T09:15:00Z", date.text),
                )
                .severity(Severity::Hint);
        }
        IsoDate::No => {
            report.at(
                date.range,
                format!("`{}` is not an ISO date such as 2026-03-05 or 2026-03-05T09:15:00Z", date.text),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::report::Severity;
    use crate::rules::testing::run;

    #[test]
    fn day_alone_is_a_hint() {
        let (_, findings) = run(&RULE, "- DATE: 2026-03-05\n");
        assert_eq!(findings[0].severity, Some(Severity::Hint));
    }

    #[test]
    fn refinement_is_judged_by_its_creation() {
        let refinement = "//- .GOV/refinements/WP-1-Example.md\n- CREATED_AT: yesterday\n";
        assert_eq!(run(&RULE, refinement).1.len(), 1);
    }
}
