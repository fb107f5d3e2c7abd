//! # The verdict does not follow from the checklist
//!
//! PASS means that all five questions were answered with yes.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### CLEARLY_COVERS (5-point checklist)
//! - Appears in Main Body: [x] PASS
//! - Explicitly named: [x] PASS
//! - Specific: [ ] PASS
//! - Measurable acceptance criteria: [x] PASS
//! - No ambiguity: [x] PASS
//! - CLEARLY_COVERS_VERDICT: PASS
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### CLEARLY_COVERS (5-point checklist)
//! - Appears in Main Body: [x] PASS
//! - Explicitly named: [x] PASS
//! - Specific: [x] PASS
//! - Measurable acceptance criteria: [x] PASS
//! - No ambiguity: [x] PASS
//! - CLEARLY_COVERS_VERDICT: PASS
//! ````
//!
//! Source: Part 2.5.1.

use super::answer;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(refinement: &Document, report: &mut Report) {
    let Some(section) = refinement.section("CLEARLY_COVERS") else { return };
    let Some(value) = refinement.value(Label::ClearlyCoversVerdict) else { return };
    let total = boxes(refinement, section).count();
    let ticked = boxes(refinement, section).filter(|ticked| *ticked).count();
    match answer(refinement, Label::ClearlyCoversVerdict).as_deref() {
        Some("PASS") if ticked < total => {
            report
                .at(value.range, format!("PASS, but {} of {total} boxes are not ticked", total - ticked))
                .replace(value.range, "FAIL");
        }
        Some("FAIL") if total >= QUESTIONS && ticked == total => {
            report
                .at(value.range, format!("FAIL, but all {total} boxes are ticked"))
                .replace(value.range, "PASS");
        }
        _ => {}
    }
}

/// Main Body, named, specific, measurable, unambiguous.
pub(super) const QUESTIONS: usize = 5;

/// The boxes of the checklist, ticked or not.
pub(super) fn boxes<'a>(refinement: &'a Document, section: &Section) -> impl Iterator<Item = bool> + 'a {
    refinement.lines_in(section.own).filter_map(|line| {
        let words = line.of(&refinement.text);
        match (words.contains("[x]") || words.contains("[X]"), words.contains("[ ]")) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    })
}
