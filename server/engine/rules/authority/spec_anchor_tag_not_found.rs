//! # A clause of the spec anchor does not stand in its section
//!
//! The number says where, the clause says what; apart they lead to two places.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: 2.1.2 [STO-001]
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction. [STO-001]
//! ### 2.1.2 Syncing
//! # 7. Plan
//! ## 7.6 Roadmap
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: 2.1.1 [STO-001]
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction. [STO-001]
//! ### 2.1.2 Syncing
//! # 7. Plan
//! ## 7.6 Roadmap
//! ````
//!
//! Source: Part 5.2 [CX-601].

use crate::document::Document;
use crate::document::anchor::Form;
use crate::document::kind::Kind;
use crate::document::spec::resolve::{self, Resolution, Spec};
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Warning,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(spec) = workspace.current_spec() else { return };
    for (anchor, resolution) in workspace.resolved_anchors(document).iter() {
        // In a range of sections the clause may stand in any of them.
        let (Resolution::Found(heading) | Resolution::TooBroad { heading, .. }, Form::Number) =
            (resolution, anchor.form)
        else {
            continue;
        };
        let current = Spec { index: spec.spec_index(), text: &spec.text, version: None };
        for tag in resolve::missing_tags(anchor, &document.text, current, heading) {
            let message = format!("`{}` does not occur in {}", tag.of(&document.text), heading.number);
            report.at(tag, message).related(spec.path.clone(), heading.range(), "the section");
        }
    }
}
