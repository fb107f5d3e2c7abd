//! # A base has two rows
//!
//! There is one active packet of a base; two rows name two.
//!
//! ````md,bad
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | - |
//! | WP-1-Example | .GOV/task_packets/WP-1-Example-v2.md | Done | - |
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

use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::registry::RegistryRow;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Registry], severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(registry: &Document, report: &mut Report) {
    let mut seen: FxHashMap<&str, &RegistryRow> = FxHashMap::default();
    for row in registry.registry_rows() {
        let base = row.base.of(&registry.text);
        let first = *seen.entry(base).or_insert(row);
        if first.row != row.row {
            report.at(row.base, format!("{base} has a row above")).related(
                registry.path.clone(),
                first.row.line,
                "the first row",
            );
        }
        if row.active.of(&registry.text).matches(".md").count() > 1 {
            report.at(row.active, "two packets in one cell; one is the active one");
        }
    }
}
