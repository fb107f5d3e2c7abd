//! # A base id of the registry has a revision
//!
//! The base is what all revisions share.
//!
//! ````md,bad
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example-v2 | .GOV/task_packets/WP-1-Example-v2.md | Ready for Dev | - |
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

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::id::base_of;
use crate::text::grammar::id::revision_of;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Registry],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(registry: &Document, report: &mut Report) {
    for row in registry.registry_rows() {
        let base = row.base.of(&registry.text);
        if revision_of(base).is_some() {
            report
                .at(row.base, format!("the base of `{base}` is {}", base_of(base)))
                .replace(row.base, base_of(base));
        }
    }
}
