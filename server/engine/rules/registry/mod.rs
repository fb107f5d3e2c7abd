//! Rules about the traceability registry: which packet is the active one of its base.

family! { 'Q', "Traceability registry";
    registry_missing
    registry_row_malformed
    registry_base_has_revision
    registry_duplicate_base
    registry_mapping_missing
    registry_active_missing_file
    registry_active_base_mismatch
    registry_points_to_stub
    registry_not_latest
    registry_active_token_mismatch
    registry_supersedes_unknown
    registry_board_column_drift
}

use crate::document::Document;
use crate::document::registry::RegistryRow;
use crate::text::range::Range;

/// The path in the cell of the active packet, without backticks and leading slash, and its place.
fn active<'a>(registry: &'a Document, row: &RegistryRow) -> (&'a str, Range) {
    let path = row.active.of(&registry.text).trim_matches('`').trim_start_matches('/');
    (path, row.active)
}

/// The file name of a path without folder and `.md`.
fn stem(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md")
}
