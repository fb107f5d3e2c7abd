//! # The corrected anchor of an ERRATA note leads nowhere
//!
//! The note replaces the SPEC_ANCHOR of a locked packet, so it must hold where the anchor did not: one section of the current
//! specification, outside the roadmap.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## ERRATA
//! - **Original SPEC_ANCHOR:** 2.1
//! - **Correct SPEC_ANCHOR:** 2.1.7
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction.
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! ## ERRATA
//! - **Original SPEC_ANCHOR:** 2.1
//! - **Correct SPEC_ANCHOR:** 2.1.1 (Batches)
//! //- .GOV/roles_shared/SPEC_CURRENT.md
//! **Demo_Master_Spec_v02.001.md**
//! //- Demo_Master_Spec_v02.001.md
//! # 2. Store
//! ## 2.1 Writing
//! ### 2.1.1 Batches
//! A batch is one transaction.
//! ````
//!
//! Source: Part 3, error recovery [CX-611]; Part 5.2 [CX-601].

use super::corrected;
use crate::document::Document;
use crate::document::spec::resolution::Resolution;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for anchor in corrected(packet).into_iter().flat_map(|corrected| corrected.correct) {
        let Some(resolution) = workspace.resolve(packet, &anchor) else { return };
        let why = match resolution {
            Resolution::Nothing => "names no section",
            Resolution::Roadmap { .. } => "is in the roadmap",
            Resolution::TooBroad { .. } => "has sections below it; name one",
            Resolution::Ambiguous(_) => "means several sections",
            Resolution::Removed { .. }
            | Resolution::NotFound { .. }
            | Resolution::TagNotFound { certain: true, .. }
            | Resolution::TitleNotFound { certain: true } => "is not in the current specification",
            _ => continue,
        };
        report.at(anchor.range, format!("`{}` {why}", anchor.range.of(&packet.text)));
    }
}
