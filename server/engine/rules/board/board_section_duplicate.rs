//! # A section of the board stands twice
//!
//! Scripts read the first; what stands in the second is lost.
//!
//! ````md,bad
//! ## Done
//!
//! ## Done
//! ````
//!
//! ````md,good
//! ## Done
//! ````
//!
//! Source: Part 6.1.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::outline::Section;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(board: &Document, report: &mut Report) {
    let mut seen: Vec<&Section> = Vec::new();
    for section in board.sections().iter().filter(|section| section.level == 2) {
        match seen.iter().find(|other| other.name == section.name) {
            Some(first) => {
                report
                    .at(section.title, format!("`{}` stands above as well", section.title.of(&board.text)))
                    .related(board.path.clone(), first.title, "the first one");
            }
            None => seen.push(section),
        }
    }
}
