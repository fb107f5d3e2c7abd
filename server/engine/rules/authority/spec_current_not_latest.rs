//! # The spec pointer does not name the latest specification
//!
//! A newer version lies beside the one that everybody is sent to.
//!
//! ````md,bad
//! **Demo_Master_Spec_v02.099.md**
//! //- Demo_Master_Spec_v02.099.md
//! # 1. Words
//! //- Demo_Master_Spec_v02.100.md
//! # 1. Words
//! ````
//!
//! ````md,good
//! **Demo_Master_Spec_v02.100.md**
//! //- Demo_Master_Spec_v02.099.md
//! # 1. Words
//! //- Demo_Master_Spec_v02.100.md
//! # 1. Words
//! ````
//!
//! Source: Part 2, spec currency.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::spec_name::spec_version;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::SpecPointer],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(pointer: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(range) = pointer.named_spec() else { return };
    let Some(named) = spec_version(range.of(&pointer.text)) else { return };
    let versions = workspace.documents().filter(|document| document.kind == Kind::Spec);
    let latest =
        versions.filter_map(|spec| Some((spec_version(&spec.path)?, spec))).max_by(|a, b| a.0.cmp(&b.0));
    if let Some((_, spec)) = latest.filter(|(version, _)| *version > named) {
        report.at(range, format!("`{}` is newer", spec.path)).replace(range, &*spec.path).related(
            spec.path.clone(),
            Range::empty(0),
            "the latest version",
        );
    }
}
