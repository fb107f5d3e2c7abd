//! # The spec anchor names a section that does not exist
//!
//! A Coder who opens the specification there finds nothing to build by.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: 2.4.7
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
use crate::document::spec::resolve::Resolution;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    for (anchor, resolution) in workspace.resolved_anchors(document).iter() {
        let written = anchor.range.of(&document.text);
        if let Resolution::NotFound { nearest } | Resolution::Removed { nearest } = resolution {
            // The parent comes first; its subsections say more.
            let hint = match nearest.as_slice() {
                [] => String::new(),
                [parent] => format!("; {parent} is the nearest"),
                [_, near @ ..] => {
                    let near: Vec<String> = near.iter().map(ToString::to_string).collect();
                    format!("; near it are {}", near.join(", "))
                }
            };
            let finding = report
                .at(anchor.range, format!("the current specification has no section `{written}`{hint}"));
            let Some(spec) = workspace.current_spec() else { continue };
            for number in nearest {
                let mut headings = spec.spec_index().headings_numbered(*number);
                // A section with parts of its own would be too broad.
                if let (Some(only), None) =
                    (headings.next().filter(|only| !only.has_numbered_children), headings.next())
                    && finding.fixes.len() < MOST
                {
                    renumber(finding, anchor, &number.to_string(), Some(only.title(&spec.text)));
                }
            }
        }
    }
}

/// Sections that are offered in place of one that is not there.
const MOST: usize = 3;
