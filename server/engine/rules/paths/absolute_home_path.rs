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

use super::{end_of_path, is_judged};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;
use memchr::memmem;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement, Kind::Governance],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for home in ["/home/", "/Users/", "~/"] {
        for at in memmem::find_iter(document.text.as_bytes(), home) {
            let before = document.text[..at].chars().next_back();
            let inner = before.is_some_and(|letter| letter.is_alphanumeric() || "._-~/:".contains(letter));
            let range = Range::new(at, end_of_path(document, at));
            if !inner && range.len() > home.len() && is_judged(document, at) {
                report.at(range, format!("`{}` is one person's folder", range.of(&document.text)));
            }
        }
    }
}
