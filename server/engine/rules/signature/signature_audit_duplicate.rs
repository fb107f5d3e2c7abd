//! # The audit lists a signature twice
//!
//! One row per signature: a second one means it was spent twice.
//!
//! ````md,bad
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | O | 2026-03-05 09:15 | WP-1-A | v01 | - |
//! | mara050320260915 | O | 2026-03-05 09:15 | WP-1-B | v01 | - |
//! ````
//!
//! ````md,good
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | O | 2026-03-05 09:15 | WP-1-A | v01 | - |
//! ````
//!
//! Source: Part 2.5 [CX-585B].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use rustc_hash::FxHashMap;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Audit], severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(audit: &Document, report: &mut Report) {
    let mut first = FxHashMap::default();
    for row in audit.audit_rows() {
        let written = row.signature.of(&audit.text);
        if written.is_empty() {
            continue;
        }
        match first.get(written) {
            Some(&earlier) => {
                report.at(row.signature, format!("`{written}` has a row already")).related(
                    audit.path.clone(),
                    earlier,
                    "the first row",
                );
            }
            None => drop(first.insert(written, row.signature)),
        }
    }
}
