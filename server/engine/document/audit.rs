//! The signature audit: one table row per consumed signature (Part 2.5 [CX-585B]).

use super::Document;
use super::table::{Row, Table};
use crate::text::range::Range;

/// One row of the audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    pub signature: Range,
    pub used_by: Range,
    pub date: Range,
    pub purpose: Range,
    pub spec_version: Range,
    pub row: Row,
}

impl Document {
    /// The table whose first two columns are `Signature` and `Used By`.
    pub fn audit_table(&self) -> Option<&Table> {
        self.audit_table.get_or_init(|| self.find_audit_table()).as_ref()
    }

    fn find_audit_table(&self) -> Option<Table> {
        let whole = Range::new(0, self.text.len());
        self.tables_in(whole).into_iter().find(|table| {
            let named = |index: usize, name: &str| {
                table
                    .header
                    .cells
                    .get(index)
                    .is_some_and(|cell| cell.of(&self.text).eq_ignore_ascii_case(name))
            };
            named(0, "Signature") && named(1, "Used By")
        })
    }

    /// Its rows; a row that lacks cells has them empty.
    pub fn audit_rows(&self) -> &[AuditRow] {
        self.audit_rows.get_or_init(|| self.read_audit_rows())
    }

    fn read_audit_rows(&self) -> Vec<AuditRow> {
        let Some(table) = self.audit_table() else { return Vec::new() };
        table
            .rows
            .iter()
            .cloned()
            .map(|row| {
                let cell = |index: usize| row.cells.get(index).copied().unwrap_or(Range::empty(row.line.end));
                AuditRow {
                    signature: cell(0),
                    used_by: cell(1),
                    date: cell(2),
                    purpose: cell(3),
                    spec_version: cell(4),
                    row,
                }
            })
            .collect()
    }
}
