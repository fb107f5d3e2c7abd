//! # The proposed extension is a summary
//!
//! It must be the text that goes into the specification, word for word.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: YES
//! #### PROPOSED_SPEC_ENRICHMENT (VERBATIM)
//! ```md
//! Describe retries ...
//! ```
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: YES
//! #### PROPOSED_SPEC_ENRICHMENT (VERBATIM)
//! ```md
//! ### 2.1.3 Retries
//! A batch is tried three times.
//! ```
//! ````
//!
//! Source: Part 2.5.2.

use super::answer;
use super::refinement_proposed_unexpected::proposed;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    if answer(refinement, Label::EnrichmentNeeded).as_deref() != Some("YES") {
        return;
    }
    let Some((section, words)) = proposed(refinement) else { return };
    if words.is_empty() || words.starts_with('<') {
        return;
    }
    let has_heading = words.lines().any(|line| line.trim_start().starts_with('#'));
    let lazy =
        words.lines().any(|line| matches!(line.trim(), "..." | "TBD") || line.trim_end().ends_with(" ..."));
    if !has_heading || lazy {
        report.at(section.title, "this is no text of the specification: it has no heading, or is cut short");
    }
}
