//! # The signature is not in the signature audit
//!
//! The audit is the one list of consumed signatures; one that is missing there can be used again unnoticed.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-First.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara010120260101 | Orchestrator | 2026-01-01 01:01 | Task packet creation: WP-1-Other | v01.004 | - |
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
//! Source: Part 2.5 [CX-585B].

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
    // Without an audit there is nothing to be missing from; its absence is a finding of its own.
    if document.config.users.signature(value.text).is_none() || workspace.only(Kind::Audit).is_none() {
        return;
    }
    if workspace.index().audit_rows(value.text).next().is_none() {
        report.at(value.range, format!("signature `{}` has no row in the signature audit", value.text));
    }
}
