//! # The specification of SPEC_BASELINE is not in the workspace
//!
//! Nobody can see what the packet was written from. Versions older than the current one may be pruned, and have a finding
//! of their own.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_BASELINE: Demo_Master_Spec_v02.003.md
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
//! - SPEC_BASELINE: Demo_Master_Spec_v02.001.md
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
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::spec_name::{find_spec_files, spec_version};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    // Without any specification here, its absence is told by the spec pointer.
    if workspace.current_spec().is_none() {
        return;
    }
    let Some(value) = packet.filled(Label::SpecBaseline) else { return };
    let Some(name) = find_spec_files(value.text, &packet.config.spec.file_prefix).next() else { return };
    // An older version is told to be old; that it was pruned adds nothing.
    let is_older = match (spec_version(name.of(value.text)), workspace.index().named_spec.as_deref()) {
        (Some(written), Some(current)) => spec_version(current).is_some_and(|now| written < now),
        _ => false,
    };
    if !is_older && workspace.document(name.of(value.text)).is_none() {
        report.at(value.range, format!("`{}` is not at the workspace root", name.of(value.text)));
    }
}
