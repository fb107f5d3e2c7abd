//! # The audit calls this signature invalid
//!
//! The audit row says that the signature was spent by mistake; the packet needs a fresh one.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-First.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-First (INVALID - reused by error) | v01.004 | - |
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-First.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-First | v01.004 | - |
//! ````
//!
//! Source: Part 2.8 [CX-611].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some((_, value)) = document.signature() else { return };
    if workspace.index().audit_rows(value.text).any(|row| row.invalid) {
        report.at(value.range, format!("the signature audit marks `{}` as INVALID", value.text));
    }
}
