//! # A section of the board is missing
//!
//! Scripts look for these five headings letter by letter.
//!
//! ````md,bad
//! ## Ready for Dev
//! ## In Progress
//! ## Done
//! ## Superseded (Archive)
//! ````
//!
//! ````md,good
//! ## Ready for Dev
//! ## In Progress
//! ## Done
//! ## Blocked
//! ## Superseded (Archive)
//! ````
//!
//! Source: Part 6.1.

use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

const SECTIONS: &[State] = &[State::Ready, State::InProgress, State::Done, State::Blocked, State::Superseded];

fn check(board: &Document, report: &mut Report) {
    for state in SECTIONS {
        let heading = state.name();
        let is_it = |section: &Section| section.level == 2 && section.title.of(&board.text) == heading;
        if board.sections().iter().any(is_it) {
            continue;
        }
        let similar =
            board.sections().iter().find(|section| section.level == 2 && State::of(section) == *state);
        let place = similar.map_or_else(|| board.place_in(""), |section| section.title);
        let finding = report.at(place, format!("no heading `## {heading}`"));
        match similar {
            Some(section) => _ = finding.replace(section.title, heading),
            None => {
                let end = board.text.trim_end().len();
                let line_end = board.line_end();
                let text = format!("{line_end}{line_end}## {heading}{line_end}- NONE");
                finding.fix(format!("Insert `## {heading}`"), Safety::Review, vec![Edit::insert(end, text)]);
            }
        }
    }
}
