//! # An audit row names a work packet that is nowhere
//!
//! Either the file was lost or the row has a slip in it.
//!
//! ````md,bad
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! ## Consumed Signatures
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-Gone | v02.001 | - |
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
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Audit], severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(audit: &Document, workspace: &Workspace, report: &mut Report) {
    let index = workspace.index();
    for row in audit.audit_rows() {
        let purpose = row.purpose.of(&audit.text);
        for id in find_wp_ids(purpose) {
            let wp = id.of(purpose);
            let known = [&index.packets, &index.stubs, &index.refinements].iter().any(|ids| ids.contains(wp));
            if !known && index.packets_of(wp).next().is_none() {
                let range = Range::new(row.purpose.start + id.start, row.purpose.start + id.end);
                report.at(range, format!("there is no packet, stub or refinement {wp}"));
            }
        }
    }
}
