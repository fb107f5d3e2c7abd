//! # A signature was recorded afterwards
//!
//! Recovery by the protocol, and worth a look: the work began unsigned.
//!
//! ````md,bad
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! ## Consumed Signatures
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-Example (RETROACTIVE) | v02.001 | - |
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! ## Consumed Signatures
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-Example | v02.001 | - |
//! ````
//!
//! Source: Part 3, error recovery [CX-611].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Audit], severity: Severity::Hint, check: Check::Document(check), ..Rule::BASE };

fn check(audit: &Document, report: &mut Report) {
    const MARK: &str = "(RETROACTIVE";
    for row in audit.audit_rows() {
        if let Some(at) = row.purpose.of(&audit.text).find(MARK) {
            let range = Range::new(row.purpose.start + at, row.purpose.end);
            report.at(range, format!("`{}` was recorded afterwards", row.signature.of(&audit.text)));
        }
    }
}
