//! # The refinement has no heading TECHNICAL_REFINEMENT
//!
//! The gate knows a refinement by it.
//!
//! ````md,bad
//! # Refinement of WP-1-Example
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ````
//!
//! Source: Part 2.5.2.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    if !refinement.sections().iter().any(|section| section.name == "TECHNICAL_REFINEMENT") {
        report.at(refinement.place_in(""), "no heading `## TECHNICAL_REFINEMENT (MASTER SPEC)`").insert(
            "Insert the heading",
            Some(template::title(refinement, "## TECHNICAL_REFINEMENT (MASTER SPEC)")),
        );
    }
}
