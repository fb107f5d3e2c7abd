//! # A signature is gone from the audit
//!
//! The audit is the central registry of consumed signatures: a row that any commit had stays, or the signature can be
//! spent again. Only well-formed signatures count; a malformed one may be corrected.
//!
//! ````md,bad
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! | Signature | Used By | Date | Purpose | Version | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Mara | 2026-03-05 | Packet: WP-1-Example | v02.001 | |
//! //- HEAD:.GOV/roles_shared/SIGNATURE_AUDIT.md
//! | Signature | Used By | Date | Purpose | Version | Notes |
//! |---|---|---|---|---|---|
//! | mara040320260915 | Mara | 2026-03-04 | Packet: WP-1-Other | v02.001 | |
//! | mara050320260915 | Mara | 2026-03-05 | Packet: WP-1-Example | v02.001 | |
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! | Signature | Used By | Date | Purpose | Version | Notes |
//! |---|---|---|---|---|---|
//! | mara040320260915 | Mara | 2026-03-04 | Packet: WP-1-Other (INVALID) | v02.001 | |
//! | mara050320260915 | Mara | 2026-03-05 | Packet: WP-1-Example | v02.001 | |
//! //- HEAD:.GOV/roles_shared/SIGNATURE_AUDIT.md
//! | Signature | Used By | Date | Purpose | Version | Notes |
//! |---|---|---|---|---|---|
//! | mara040320260915 | Mara | 2026-03-04 | Packet: WP-1-Other | v02.001 | |
//! ````
//!
//! Source: Part 2.5.4 [CX-585B].

use std::collections::BTreeSet;

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;
use crate::workspace::git::{audited, short};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Audit],
    severity: Severity::Error,
    fix: FixPolicy::Never,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(audit: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(git) = &workspace.surroundings.git else { return };
    let here: BTreeSet<&str> = audited(&audit.text, &audit.config.users).collect();
    let table = audit.audit_table();
    let place = table.map_or_else(|| audit.place_in("CONSUMED_SIGNATURES"), |table| table.header.line);
    for known in &git.audited {
        if !here.contains(known.signature.as_str()) {
            let commit = short(&known.commit);
            report.at(place, format!("`{}` is gone; commit `{commit}` still had it", known.signature));
        }
    }
}
