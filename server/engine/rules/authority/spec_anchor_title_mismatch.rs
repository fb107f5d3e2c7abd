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
use crate::document::anchor::citations;
use crate::document::kind::Kind;
use crate::document::spec::resolve::Resolution;
use crate::document::spec::title;
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
        // Behind `(B)` or an item's number stands the name of the item.
        let words = range.of(&document.text);
        let is_item = |rest: &str| rest.starts_with(|letter: char| letter.is_ascii_digit());
        // What names other sections is a remark.
        let is_remark = citations(words, 0).iter().any(|cited| cited.number.is_some());
        if is_remark
            || anchor.suffix.is_some()
            || words.strip_prefix('(').is_some_and(is_item)
            || words.starts_with('/')
        {
            continue;
        }
        let title = heading.title(&spec.text);
        if title::holds(words, title) {
            continue;
        }
        let finding = report
            .at(range, format!("{} is `{title}`, not `{}`", heading.number, range.of(&document.text)))
            .related(spec.path.clone(), heading.range(), "the section");
        if let Some(written) = anchor.title {
            finding.replace(written, title);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn name_of_an_item_is_no_title() {
        check(
            &RULE,
            "\
//- .GOV/task_packets/WP-1-Example.md
- SPEC_ANCHOR: 2.1.1(B) (Query normalization); 2.1.1 (2) Registers; 2.1.1 (Batches + what follows)
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
