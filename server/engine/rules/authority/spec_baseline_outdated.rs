//! # The specification has moved on since the packet was written
//!
//! The packet is judged by SPEC_TARGET; whoever takes it up must read what changed. A locked packet is not edited for it.
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
//! Source: Part 1 [CX-585A], Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::spec_name::find_spec_files;
use crate::text::grammar::spec_name::spec_version;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    if let Some(Drift { place, written, current }) = drift(packet, workspace) {
        report.at(place, format!("`{written}` was current then, `{current}` is now"));
    }
}

/// Which specification a packet was written against, where another one is current now.
pub struct Drift<'a> {
    pub place: Range,
    pub written: &'a str,
    pub current: &'a str,
}

pub fn drift<'a>(packet: &'a Document, workspace: &'a Workspace) -> Option<Drift<'a>> {
    let value = packet.filled(Label::SpecBaseline)?;
    let name = find_spec_files(value.text, &packet.config.spec.file_prefix).next()?;
    let (place, written) = (value.range, name.of(value.text));
    let current = workspace.index().named_spec.as_deref()?;
    (spec_version(written)? < spec_version(current)?).then_some(Drift { place, written, current })
}
