//! # An extension is proposed, and none is needed
//!
//! Either the answer or the proposal is left over from an earlier draft.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: NO
//! #### PROPOSED_SPEC_ENRICHMENT (VERBATIM)
//! ```md
//! ### 2.1.3 Retries
//! ```
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - ENRICHMENT_NEEDED: NO
//! #### PROPOSED_SPEC_ENRICHMENT (VERBATIM)
//! ```md
//! <not applicable; ENRICHMENT_NEEDED=NO>
//! ```
//! ````
//!
//! Source: Part 2.5.2.

use super::answer;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    let Some((section, words)) = proposed(refinement) else { return };
    let is_none =
        words.is_empty() || words.starts_with("<not applicable") || words.eq_ignore_ascii_case("NONE");
    if answer(refinement, Label::EnrichmentNeeded).as_deref() == Some("NO") && !is_none {
        let finding = report
            .at(section.title, "ENRICHMENT_NEEDED is NO; write `<not applicable; ENRICHMENT_NEEDED=NO>`");
        if let Some(fence) = refinement.fences_in(section.body).next() {
            let text = format!("<not applicable; ENRICHMENT_NEEDED=NO>{}", refinement.line_end());
            finding.fix("Write that none is needed", Safety::Review, vec![Edit::replace(fence.body, text)]);
        }
    }
}

/// The section of the proposed text, and what its fence holds, or else its lines.
pub(super) fn proposed(refinement: &Document) -> Option<(&Section, &str)> {
    let section =
        refinement.sections().iter().find(|section| section.name.starts_with("PROPOSED_SPEC_ENRICHMENT"))?;
    let fence = refinement.fences_in(section.body).next();
    Some((section, fence.map_or(section.own, |fence| fence.body).of(&refinement.text).trim()))
}
