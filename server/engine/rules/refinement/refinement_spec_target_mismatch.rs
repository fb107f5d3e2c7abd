//! # The refinement was checked against another specification
//!
//! What the user approves must be what is current when they approve it. Once the packet exists, a newer version is only worth knowing.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! - SPEC_TARGET_RESOLVED: .GOV/roles_shared/SPEC_CURRENT.md -> Demo_Master_Spec_v01.009.md
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
//! - SPEC_TARGET_RESOLVED: .GOV/roles_shared/SPEC_CURRENT.md -> Demo_Master_Spec_v02.001.md
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction.
//! ````
//!
//! Source: Part 2.5.2.

use super::is_done;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(refinement: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(current) = workspace.index().named_spec.as_deref() else { return };
    let Some(value) = refinement.filled(Label::SpecTargetResolved) else { return };
    let wanted = format!("{} -> {current}", workspace.config.layout.spec_pointer);
    // placeholder-template-variable speaks of what was never replaced.
    if value.text.trim_start_matches('/') == wanted || value.text.contains("{{") {
        return;
    }
    let names_it = value.text.ends_with(current);
    let message = if names_it {
        format!("`{}` is not written `{wanted}`", value.text)
    } else {
        format!("`{}`, but {current} is current", value.text)
    };
    let mut edits = vec![Edit::replace(value.range, &*wanted)];
    if let (Some(sha1), Some(spec)) = (refinement.value(Label::SpecTargetSha1), workspace.document(current)) {
        edits.extend((!sha1.text.is_empty()).then(|| Edit::replace(sha1.range, spec.sha1())));
    }
    let finding =
        report.at(value.range, message).fix(format!("Write {current} and its SHA1"), Safety::Review, edits);
    if is_done(refinement, workspace) {
        finding.severity(Severity::Info);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn template_variable_is_told_elsewhere() {
        check(
            &RULE,
            "\
//- .GOV/refinements/WP-1-Example.md
- SPEC_TARGET_RESOLVED: .GOV/roles_shared/SPEC_CURRENT.md -> {{SPEC_TARGET_RESOLVED}}
//- .GOV/roles_shared/SPEC_CURRENT.md
**Demo_Master_Spec_v02.001.md**
",
        );
    }
}
