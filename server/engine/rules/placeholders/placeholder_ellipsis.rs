//! # Three dots stand in for an answer
//!
//! `...` leaves the reader to guess what goes on.
//!
//! ````md,bad
//! - Boundary: ...
//! ````
//!
//! ````md,good
//! - Boundary: This does NOT include the search index
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
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for (field, unfilled) in told_here(document, Class::Ellipsis) {
        let name = field.spec().name;
        let words = unfilled.range.of(&document.text);
        let finding = report.at(unfilled.range, format!("`{words}` in {name} says nothing"));
        // A stub is a sketch.
        if document.kind == Kind::Stub {
            finding.severity(Severity::Hint);
        }
    }
}
