//! # A required field is empty
//!
//! An empty field is a question nobody answered.
//!
//! ````md,bad
//! - Codex:
//! ````
//!
//! ````md,good
//! - Codex: Fieldbook Codex v1.2.md
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
    for (field, unfilled) in told_here(document, Class::Empty) {
        let name = field.spec().name;
        if document.needs(field) {
            report.at(unfilled.range, format!("{name} is empty"));
        }
    }
}
