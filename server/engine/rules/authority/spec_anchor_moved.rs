//! # The section now stands under another number
//!
//! Sections move between versions of the specification; the number now means something else, or nothing.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: 2.1.1 Syncing
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

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::spec::resolve::Resolution;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    for (anchor, resolution) in workspace.resolved_anchors(document).iter() {
        let written = anchor.range.of(&document.text);
        if let Resolution::Moved { heading, .. } = resolution
            && let Some(spec) = workspace.current_spec()
        {
            let title = heading.title(&spec.text);
            let finding = report
                .at(anchor.range, format!("`{written}` moved: {title} is section {} now", heading.number))
                .related(spec.path.clone(), heading.range(), "the section's place now");
            if let Some(number) = anchor.number_range {
                finding.replace(number, heading.number.to_string());
            }
        }
    }
}
