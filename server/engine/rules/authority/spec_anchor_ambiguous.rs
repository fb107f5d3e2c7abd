//! # The spec anchor could mean several sections
//!
//! Two sections carry the number, and the packet does not say which one it means.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: 2.2.9
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
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
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
        if let Resolution::Ambiguous(headings) = resolution
            && let Some(spec) = workspace.current_spec()
        {
            let finding =
                report.at(anchor.range, format!("`{written}` is the number of {} sections", headings.len()));
            for heading in headings {
                let title = heading.title(&spec.text).to_string();
                if let Some(number) = anchor.number_range.filter(|_| anchor.title.is_none()) {
                    let edits = vec![Edit::insert(number.end, format!(" ({title})"))];
                    finding.fix(format!("Add the title `{title}`"), Safety::Review, edits);
                }
                finding.related(spec.path.clone(), heading.range(), title);
            }
        }
    }
}
