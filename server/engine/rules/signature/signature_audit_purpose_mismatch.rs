//! # The audit row of the signature is about another work packet
//!
//! A signature approves what its row says, and its row does not speak of this packet.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! ## Consumed Signatures
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-Other | v02.001 | - |
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! ## Consumed Signatures
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-Example | v02.001 | - |
//! ````
//!
//! Source: Part 2.5.4 [CX-585B].

use crate::document::Document;
use crate::document::facts::AuditFact;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Warning,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some((_, value)) = document.signature() else { return };
    let rows: Vec<&AuditFact> = workspace.index().audit_rows(value.text).collect();
    let own = document.stem();
    if rows.is_empty() || rows.iter().any(|row| row.invalid || row.wps.iter().any(|wp| wp == own)) {
        return;
    }
    let named: Vec<&str> = rows.iter().flat_map(|row| &row.wps).map(String::as_str).collect();
    let message = match named.as_slice() {
        [] => format!("the audit row of `{}` names no work packet", value.text),
        named => format!("the audit row of `{}` names {}", value.text, named.join(" and ")),
    };
    let finding = report.at(value.range, message);
    if let Some(audit) = workspace.only(Kind::Audit) {
        let rows = audit.audit_rows();
        let row = rows.iter().find(|row| row.signature.of(&audit.text).trim_matches('`') == value.text);
        let place = row.map_or(Range::empty(0), |row| row.purpose);
        finding.related(audit.path.clone(), place, "what the row says");
    }
}
