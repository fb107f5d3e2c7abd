//! # The spec anchor points into the Roadmap
//!
//! The Roadmap only points at sections; what "done" means stands in the Main Body.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_ANCHOR: 7.6.1
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
//! - Batches first, see 2.1.1.
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

use super::{MOST, is_nameable, name};
use crate::document::Document;
use crate::document::anchor::citations;
use crate::document::kind::Kind;
use crate::document::spec::Heading;
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
        if let Resolution::Roadmap { heading, .. } = resolution
            && let Some(spec) = workspace.current_spec()
        {
            let finding = report.at(
                anchor.range,
                format!("`{written}` lies in the Roadmap; a packet anchors in the Main Body"),
            );
            finding.related(spec.path.clone(), heading.range(), "this Roadmap section");
            for section in named(heading, spec) {
                finding.replace(anchor.range, section);
            }
        }
    }
}

/// The sections of the Main Body that a section of the Roadmap points at. A long one is a phase, and points at everything.
fn named(roadmap: &Heading, spec: &Document) -> Vec<String> {
    /// In bytes; it is read with every keystroke.
    const LONGEST: usize = 2_000;
    let words = roadmap.range().of(&spec.text);
    if words.len() > LONGEST {
        return Vec::new();
    }
    let mut numbers: Vec<_> = citations(words, 0).into_iter().filter_map(|cited| cited.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let sections = numbers.into_iter().flat_map(|number| spec.spec_index().headings_numbered(number));
    let named = sections.filter(|heading| is_nameable(heading, spec)).take(MOST);
    named.map(|heading| name(heading, spec)).collect()
}
