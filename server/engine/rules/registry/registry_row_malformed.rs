//! # A row of the registry cannot be read
//!
//! Four cells: the base, the path of its active packet, where it stands on the board, notes.
//!
//! ````md,bad
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | WP-1-Example | Ready for Dev |
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | - |
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::active;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Registry],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(registry: &Document, report: &mut Report) {
    for row in registry.registry_rows() {
        let cells = row.row.cells.len();
        let base = row.base.of(&registry.text).trim_matches('`');
        let (path, place) = active(registry, row);
        if cells != 4 {
            report.at(row.row.line, format!("{cells} cells, a row has 4"));
        } else if !base.starts_with("WP-") {
            report.at(row.base, format!("`{base}` is no work packet"));
        } else if !path.starts_with(registry.config.layout.packets.as_str()) || !path.ends_with(".md") {
            report.at(place, format!("`{path}` is no path of a packet"));
        }
    }
}
