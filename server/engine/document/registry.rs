//! The traceability registry: which packet is the active one of a base id (Part 5.7 [CX-580E]).

use super::Document;
use super::table::{Row, Table};
use crate::text::range::Range;

/// One row of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryRow {
    pub base: Range,
    /// The path of the active packet.
    pub active: Range,
    pub board: Range,
    pub notes: Range,
    pub row: Row,
}

impl Document {
    /// The table whose first column is `Base WP ID`.
    pub fn registry_table(&self) -> Option<&Table> {
        self.registry_table.get_or_init(|| self.find_registry_table()).as_ref()
    }

    fn find_registry_table(&self) -> Option<Table> {
        let whole = Range::new(0, self.text.len());
        self.tables_in(whole).into_iter().find(|table| {
            table
                .header
                .cells
                .first()
                .is_some_and(|cell| cell.of(&self.text).eq_ignore_ascii_case("Base WP ID"))
        })
    }

    /// Its rows; a row that lacks cells has them empty.
    pub fn registry_rows(&self) -> &[RegistryRow] {
        self.registry_rows.get_or_init(|| self.read_registry_rows())
    }

    fn read_registry_rows(&self) -> Vec<RegistryRow> {
        let Some(table) = self.registry_table() else { return Vec::new() };
        table
            .rows
            .iter()
            .cloned()
            .map(|row| {
                let cell = |index: usize| row.cells.get(index).copied().unwrap_or(Range::empty(row.line.end));
                RegistryRow { base: cell(0), active: cell(1), board: cell(2), notes: cell(3), row }
            })
            .collect()
    }
}
