//! # A section of the refinement is not filled in
//!
//! Where there is nothing to say the section says NONE; an empty one was not thought about.
//!
//! ````md,bad
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### GAPS_IDENTIFIED
//! - <fill; write NONE if no gaps>
//! ````
//!
//! ````md,good
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ### GAPS_IDENTIFIED
//! - NONE
//! ````
//!
//! Source: Part 2.5.2.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::placeholder;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

const SECTIONS: &[&str] =
    &["GAPS_IDENTIFIED", "FLIGHT_RECORDER_INTERACTION", "RED_TEAM_ADVISORY", "PRIMITIVES"];

fn check(refinement: &Document, report: &mut Report) {
    for section in refinement.sections().iter().filter(|section| SECTIONS.contains(&section.name.as_str())) {
        let words =
            |line: &Range| line.of(&refinement.text).trim().trim_start_matches(['-', '*', '+']).trim();
        let mut lines = refinement.lines_in(section.body).filter(|line| !words(line).is_empty());
        let says =
            |line: Range| placeholder::class(words(&line)).is_none() && !words(&line).starts_with("<fill");
        if !lines.any(says) {
            let heading = refinement.line_at(section.heading.start);
            let whole = heading.cover(section.own);
            let end = whole.start + whole.of(&refinement.text).trim_end().len();
            let none = format!("{}- NONE", refinement.line_end());
            let edit = Edit::replace(Range::new(heading.end, end.max(heading.end)), none);
            report
                .at(
                    section.title,
                    format!("{} says nothing; write NONE where there is nothing", section.name),
                )
                .fix("Write NONE", Safety::Review, vec![edit]);
        }
    }
}
