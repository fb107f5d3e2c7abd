//! # A choice is still open
//!
//! The template offers the answers; the packet picks one.
//!
//! ````md,bad
//! - AGENTIC_MODE: YES | NO
//! ````
//!
//! ````md,good
//! - AGENTIC_MODE: NO
//! ````
//!
//! Source: Part 4 [CX-581].

use super::told_here;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::placeholder::Class;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for (field, unfilled) in told_here(document, Class::Choice) {
        let name = field.spec().name;
        let words = unfilled.range.of(&document.text);
        let finding = report.at(unfilled.range, format!("{name} is `{words}`; pick one"));
        for choice in words.split('|') {
            finding.replace(unfilled.range, choice.trim());
        }
    }
}
