//! # The specification has lost a section that must be there
//!
//! A rewrite that drops a load-bearing section is a regression. The list is `spec.required` of `taskpacket.toml`.
//!
//! ````md,bad
//! //- Demo_Master_Spec_v02.001.md
//! # 1. Words
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! ````
//!
//! ````md,good
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1.1 Batches
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! ````
//!
//! Source: Part 1 [CX-598].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;
use memchr::memmem;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Spec], severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(spec: &Document, workspace: &Workspace, report: &mut Report) {
    // Older versions are history.
    if workspace.index().named_spec.as_deref() != Some(&*spec.path) {
        return;
    }
    for required in &workspace.config.spec.required {
        if memmem::find(spec.text.as_bytes(), required.as_bytes()).is_none() {
            report.at(spec.place_in(""), format!("`{required}` no longer occurs"));
        }
    }
}
