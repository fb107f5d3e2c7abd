//! # A word such as TBD stands in for an answer
//!
//! A contract with an open point is not one yet.
//!
//! ````md,bad
//! - Justification: to be decided
//! ````
//!
//! ````md,good
//! - Justification: two modules, no migration
//! ````
//!
//! Source: Part 4 [CX-581].

use super::told_here;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::placeholder::Class;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for (field, unfilled) in told_here(document, Class::Word) {
        let name = field.spec().name;
        report.at(unfilled.range, format!("`{}` leaves {name} open", unfilled.range.of(&document.text)));
    }
}
