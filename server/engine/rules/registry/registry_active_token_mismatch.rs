//! # Notes and cell of a row name different active packets
//!
//! Two answers in one row.
//!
//! ````md,bad
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | active=WP-1-Example-v2 |
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | active=WP-1-Example |
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::{active, stem};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Registry],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(registry: &Document, report: &mut Report) {
    for row in registry.registry_rows() {
        let notes = row.notes.of(&registry.text);
        let Some(at) = notes.find("active=") else { continue };
        let from = at + "active=".len();
        let Some(id) = find_wp_ids(&notes[from..]).next().filter(|id| id.start == 0) else { continue };
        let written = id.of(&notes[from..]);
        let (path, _) = active(registry, row);
        if stem(path) != written {
            let start = row.notes.start + from;
            report
                .at(
                    Range::new(start, start + written.len()),
                    format!("{written} here, {} in its cell", stem(path)),
                )
                .replace(Range::new(start, start + written.len()), stem(path));
        }
    }
}
