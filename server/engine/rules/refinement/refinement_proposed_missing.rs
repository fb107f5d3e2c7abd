//! # An extension is needed, and none is proposed
//!
//! The user approves a text, not the wish for one.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: YES
//! #### PROPOSED_SPEC_ENRICHMENT (VERBATIM)
//! ```md
//! <paste the full text>
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
    let Some(value) = refinement.value(Label::EnrichmentNeeded) else { return };
    if answer(refinement, Label::EnrichmentNeeded).as_deref() != Some("YES") {
        return;
    }
    match proposed(refinement) {
        None => {
            _ = report.at(value.range, "YES, but there is no PROPOSED_SPEC_ENRICHMENT").insert(
                "Insert PROPOSED_SPEC_ENRICHMENT",
                template::refinement(refinement, "PROPOSED_SPEC_ENRICHMENT"),
            )
        }
        Some((section, words))
            if words.is_empty() || words.starts_with("<not applicable") || words.contains("<paste") =>
        {
            report.at(section.title, "the proposed text is not here yet");
        }
        Some(_) => {}
    }
}
