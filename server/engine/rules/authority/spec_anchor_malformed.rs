//! # The spec anchor names no section
//!
//! Words without a number or tag cannot be looked up.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: The part about batches.
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! ### 2.1.2 Syncing
//! ### 2.2.9 Twins one
//! ### 2.2.9 Twins two
//! # 7. Plan
//! ## 7.6 Roadmap
//! ### 7.6.1 Phase one
//! # 8. Reference
//! ### 8.1.1 Words
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: 2.1.1 Batches
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! ### 2.1.2 Syncing
//! ### 2.2.9 Twins one
//! ### 2.2.9 Twins two
//! # 7. Plan
//! ## 7.6 Roadmap
//! ### 7.6.1 Phase one
//! # 8. Reference
//! ### 8.1.1 Words
//! ````
//!
//! Source: Part 5.2 [CX-601].

use super::spec_anchor_future_work::future;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::spec::resolve::Resolution;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Packet], severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    for (anchor, resolution) in workspace.resolved_anchors(document).iter() {
        let written = anchor.range.of(&document.text);
        // What is not for this phase is told to be so, and needs no number.
        if *resolution == Resolution::Nothing && future(written).is_none() {
            report.at(anchor.range, format!("`{written}` has neither a section number nor a tag"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn future_work_is_told_once() {
        check(
            &RULE,
            "\
//- .GOV/task_packets/WP-1-Example.md
- SPEC_ANCHOR: Future Work
//- .GOV/roles_shared/SPEC_CURRENT.md
**Demo_Master_Spec_v02.001.md**
//- Demo_Master_Spec_v02.001.md
# 2. Store
## 2.1 Writing
### 2.1.1 Batches
A batch is one transaction.
",
        );
    }
}
