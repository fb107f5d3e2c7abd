//! # The signature audit lists no signature
//!
//! Packets are signed, and the one list that would show a second use is empty or cannot be read.
//!
//! ````md,bad
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! # SIGNATURE_AUDIT
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! ## Consumed Signatures
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-Example | v02.001 | - |
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! Source: Part 2.5.4 [CX-585B].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Audit, Kind::Board],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let signed = workspace.documents().find(|packet| packet.kind == Kind::Packet && packet.facts().locked);
    let Some(signed) = signed else { return };
    let path = &workspace.config.layout.signature_audit;
    match document.kind {
        // The file is not there to be marked, so the board, which every gate reads, is.
        Kind::Board if workspace.only(Kind::Audit).is_none() => {
            report.at(document.place_in(""), format!("there is no {path}, but {} is signed", signed.stem()));
        }
        Kind::Audit if document.audit_rows().is_empty() => {
            report.at(
                document.place_in("CONSUMED_SIGNATURES"),
                format!("no row, but {} is signed", signed.stem()),
            );
        }
        Kind::Audit if document.section("CONSUMED_SIGNATURES").is_none() => {
            let end = document.text.trim_end().len();
            let table = "\n\n## Consumed Signatures\n\n| Signature | Used By | Date/Time | Purpose | Master Spec Version | Notes |\n|---|---|---|---|---|---|";
            let edit = Edit::insert(end, table.replace('\n', document.line_end()));
            report.at(document.place_in(""), "no heading `Consumed Signatures`").fix(
                "Insert the section",
                Safety::Review,
                vec![edit],
            );
        }
        _ => {}
    }
}
