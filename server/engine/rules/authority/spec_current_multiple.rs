//! # The spec pointer names several specifications
//!
//! Gates read the first, people perhaps the last.
//!
//! ````md,bad
//! **Demo_Master_Spec_v02.001.md**
//!
//! Formerly Demo_Master_Spec_v01.009.md
//! ````
//!
//! ````md,good
//! **Demo_Master_Spec_v02.001.md**
//!
//! Updated to Demo_Master_Spec_v02.001.md
//! ````
//!
//! Source: Part 2.5 [CX-598].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::SpecPointer],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(pointer: &Document, report: &mut Report) {
    let names = pointer.spec_files();
    let Some(first) = names.first() else { return };
    let first_name = first.of(&pointer.text);
    if let Some(other) = names.iter().find(|name| name.of(&pointer.text) != first_name) {
        report.at(*other, format!("`{}` beside `{first_name}`", other.of(&pointer.text))).related(
            pointer.path.clone(),
            *first,
            "the one that gates read",
        );
    }
}
