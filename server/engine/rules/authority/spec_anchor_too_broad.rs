//! # The spec anchor names a section that has subsections
//!
//! A whole chapter is no contract; the subsection that says what to build is.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: 2.1
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

use super::renumber;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::spec::Heading;
use crate::document::spec::resolve::Resolution;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    for (anchor, resolution) in workspace.resolved_anchors(document).iter() {
        let written = anchor.range.of(&document.text);
        if let Resolution::TooBroad { children, .. } = resolution {
            let first =
                children.first().map(|child| format!(", such as {}", child.number)).unwrap_or_default();
            let finding = report.at(
                anchor.range,
                format!(
                    "`{written}` has {} numbered subsections; name the one that is meant{first}",
                    children.len()
                ),
            );
            let Some(spec) = workspace.current_spec() else { continue };
            let is_only = |child: &&Heading| spec.spec_index().headings_numbered(child.number).count() == 1;
            for child in children.iter().filter(is_only).take(MOST) {
                renumber(finding, anchor, &child.number.to_string(), Some(child.title(&spec.text)));
            }
        }
    }
}

/// Subsections that are offered; completion has them all.
const MOST: usize = 6;
