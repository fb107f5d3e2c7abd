//! # Audit row and packet name different versions of the specification
//!
//! What was signed was written from one version.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! - SPEC_BASELINE: Demo_Master_Spec_v02.002.md
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! ## Consumed Signatures
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-Example | v02.001 | - |
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! - SPEC_BASELINE: Demo_Master_Spec_v02.001.md
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! ## Consumed Signatures
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-Example | v02.001 | - |
//! ````
//!
//! Source: Part 2.5.4 [CX-585B].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::spec_name::find_spec_files;
use crate::text::grammar::spec_name::spec_version;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some((_, signed)) = packet.signature() else { return };
    let Some(baseline) = packet.filled(Label::SpecBaseline) else { return };
    let Some(name) = find_spec_files(baseline.text, &packet.config.spec.file_prefix).next() else { return };
    let Some(version) = spec_version(name.of(baseline.text)) else { return };
    let mut rows = workspace.index().audit_rows(signed.text).filter(|row| !row.invalid);
    let other =
        rows.find(|row| spec_version(row.spec_version.trim()).is_some_and(|stated| stated != version));
    if let Some(row) = other {
        report.at(
            baseline.range,
            format!("the audit row of `{}` says {}", signed.text, row.spec_version.trim()),
        );
    }
}
