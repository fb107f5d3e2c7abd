//! # The spec pointer names no specification
//!
//! Every gate and every anchor goes through this file.
//!
//! ````md,bad
//! # SPEC_CURRENT
//!
//! The specification is somewhere.
//! ````
//!
//! ````md,good
//! # SPEC_CURRENT
//!
//! **Demo_Master_Spec_v02.001.md**
//! ````
//!
//! Source: Part 2.5 [CX-598].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[Kind::SpecPointer],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(pointer: &Document, report: &mut Report) {
    if pointer.named_spec().is_none() {
        let first = pointer.line_at(0);
        let range = if first.is_empty() { Range::empty(0) } else { first };
        report.at(range, format!("no `{}_v..md` is named here", pointer.config.spec.file_prefix));
    }
}
