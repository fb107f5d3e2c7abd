//! # A placeholder in angle brackets was never filled in
//!
//! `<fill>` is what the template says where an answer belongs. Where nobody can know the answer yet, it may stay:
//! `<unclaimed>` until the work begins, `<commit-sha>` in a rollback.
//!
//! ````md,bad
//! - Codex: <fill>
//! ````
//!
//! ````md,good
//! - CODER_MODEL: <unclaimed>
//! - **Status:** Ready for Dev
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
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for (field, unfilled) in told_here(document, Class::Angle) {
        let name = field.spec().name;
        report.at(unfilled.range, format!("{name} is still `{}`", unfilled.range.of(&document.text)));
    }
}
