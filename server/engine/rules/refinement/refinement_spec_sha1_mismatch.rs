//! # The SHA1 of the refinement is not that of the specification
//!
//! The specification was edited after it was read, or never was the file that is here.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - SPEC_TARGET_RESOLVED: .GOV/roles_shared/SPEC_CURRENT.md -> Demo_Master_Spec_v02.001.md
//! - SPEC_TARGET_SHA1: 1111111111111111111111111111111111111111
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction.
//! ````
//!
//! ````md,good
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - SPEC_TARGET_RESOLVED: .GOV/roles_shared/SPEC_CURRENT.md -> Demo_Master_Spec_v01.009.md
//! - SPEC_TARGET_SHA1: 1111111111111111111111111111111111111111
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction.
//! ````
//!
//! Source: Part 2.5.2; Part 1 [CX-585A].

use super::is_done;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::spec_name::find_spec_files;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(refinement: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(value) = refinement.filled(Label::SpecTargetSha1) else { return };
    let Some(target) = refinement.filled(Label::SpecTargetResolved) else { return };
    // The SHA1 of a version that is not here cannot be known.
    let Some(name) = find_spec_files(target.text, &workspace.config.spec.file_prefix).next() else { return };
    let Some(spec) = workspace.document(name.of(target.text)) else { return };
    if value.text.eq_ignore_ascii_case(spec.sha1()) {
        return;
    }
    let finding = report.at(value.range, format!("the SHA1 of {} is {}", spec.path, spec.sha1()));
    finding
        .related(spec.path.clone(), Range::empty(0), "the specification")
        .replace(value.range, spec.sha1());
    if is_done(refinement, workspace) {
        finding.severity(Severity::Info);
    }
}
