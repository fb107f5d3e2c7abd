//! # An audit row does not have its six cells
//!
//! Signature, Used By, Date, Purpose, spec version and notes: a row that lacks one cannot be read by the gates.
//!
//! ````md,bad
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | O | WP-1-A |
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

pub const RULE: Rule =
    Rule { kinds: &[Kind::Audit], severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(audit: &Document, report: &mut Report) {
    for row in audit.audit_rows() {
        let cells = row.row.cells.len();
        if cells != 6 {
            report.at(row.row.line, format!("{cells} cells, an audit row has 6"));
            continue;
        }
        for (cell, name) in [(row.used_by, "Used By"), (row.date, "Date"), (row.purpose, "Purpose")] {
            if cell.is_empty() {
                report.at(
                    row.signature,
                    format!("the row of `{}` has no {name}", row.signature.of(&audit.text)),
                );
            }
        }
    }
}
