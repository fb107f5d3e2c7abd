//! # The specification that the pointer names is not there
//!
//! Anchors cannot be looked up in a file that is missing.
//!
//! ````md,bad
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.009.md**
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 1. Words
//! ````
//!
//! Source: Part 2.5 [CX-598].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::SpecPointer],
    severity: Severity::Error,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(pointer: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(range) = pointer.named_spec() else { return };
    let name = range.of(&pointer.text);
    if workspace.document(name).is_none() {
        report.at(range, format!("`{name}` is not at the workspace root"));
    }
}
