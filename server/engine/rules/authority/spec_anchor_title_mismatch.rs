//! # The title of the spec anchor is not that of the section
//!
//! Number and title together survive a renumbering; when they disagree, one of them is wrong.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: 2.1.1 Garbage collection
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
//! - SPEC_ANCHOR: 2.1.1 Batches
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
use crate::document::kind::Kind;
use crate::document::spec::resolve::Resolution;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Info,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(spec) = workspace.current_spec() else { return };
    for (anchor, resolution) in workspace.resolved_anchors(document).iter() {
        let Resolution::TitleMismatch(heading) = resolution else { continue };
        let range = anchor.title.unwrap_or(anchor.range);
        let title = heading.title(&spec.text);
        let finding = report
            .at(range, format!("{} is `{title}`, not `{}`", heading.number, range.of(&document.text)))
            .related(spec.path.clone(), heading.range(), "the section");
        if let Some(written) = anchor.title {
            finding.replace(written, title);
        }
    }
}
