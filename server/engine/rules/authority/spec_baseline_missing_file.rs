//! # The specification of SPEC_BASELINE is not in the workspace
//!
//! Old versions may be pruned; then nobody can see what the packet was written from.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - SPEC_BASELINE: Demo_Master_Spec_v01.009.md
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
use crate::text::grammar::spec_name::find_spec_files;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    // Without any specification here, its absence is told by the spec pointer.
    if workspace.current_spec().is_none() {
        return;
    }
    let Some(value) = packet.filled(Label::SpecBaseline) else { return };
    let Some(name) = find_spec_files(value.text, &packet.config.spec.file_prefix).next() else { return };
    if workspace.document(name.of(value.text)).is_none() {
        report.at(value.range, format!("`{}` is not at the workspace root", name.of(value.text)));
    }
}
