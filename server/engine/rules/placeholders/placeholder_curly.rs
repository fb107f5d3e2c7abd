//! # A placeholder in braces was never filled in
//!
//! `{..}` is where the generator left the answer to a person.
//!
//! ````md,bad
//! - Task Board: {path of the board}
//! ````
//!
//! ````md,good
//! - Task Board: .GOV/roles_shared/TASK_BOARD.md
//! ````
//!
//! Source: Part 4 [CX-581].

use super::told_here;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::placeholder::Class;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Packet], severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(document: &Document, report: &mut Report) {
    for (field, unfilled) in told_here(document, Class::Curly) {
        let name = field.spec().name;
        report.at(unfilled.range, format!("{name} is still `{}`", unfilled.range.of(&document.text)));
    }
}
