//! # The active packet of a row belongs to another base
//!
//! A slip in one cell sends all readers of this base to other work.
//!
//! ````md,bad
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Other-v2.md | Ready for Dev | - |
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example-v2.md | Ready for Dev | - |
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::{active, stem};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::base_of;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Registry], severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(registry: &Document, report: &mut Report) {
    for row in registry.registry_rows() {
        let (path, place) = active(registry, row);
        let base = row.base.of(&registry.text).trim_matches('`');
        if path.ends_with(".md") && base_of(stem(path)) != base_of(base) {
            report.at(place, format!("{} is no packet of {base}", stem(path)));
        }
    }
}
