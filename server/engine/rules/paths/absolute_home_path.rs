//! # A path begins at the home of one person
//!
//! Nobody else has that folder.
//!
//! ````md,bad
//! - See /home/mara/notes.md
//! ````
//!
//! ````md,good
//! - See docs/notes.md
//! ````
//!
//! Source: Drive-agnostic governance [CX-109].

use super::judged;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement, Kind::Governance],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for line in judged(document) {
        let words = line.of(&document.text);
        for home in ["/home/", "/Users/", "~/"] {
            for (at, _) in words.match_indices(home) {
                let before = words[..at].chars().next_back();
                let inner =
                    before.is_some_and(|letter| letter.is_alphanumeric() || "._-~/:".contains(letter));
                let end =
                    words[at..].find(|letter: char| letter.is_whitespace() || "`\"'),".contains(letter));
                let end = end.map_or(words.len(), |end| at + end);
                if !inner && end > at + home.len() {
                    let range = Range::new(line.start + at, line.start + end);
                    report.at(range, format!("`{}` is one person's folder", range.of(&document.text)));
                }
            }
        }
    }
}
