//! # The registry does not name the latest revision
//!
//! A later packet of the base exists; either it counts, or it should not be here.
//!
//! ````md,bad
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | - |
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! - **Status:** Ready for Dev
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example-v2.md | Ready for Dev | - |
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::{active, stem};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::id::base_of;
use crate::text::grammar::id::revision_of;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Registry],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(registry: &Document, workspace: &Workspace, report: &mut Report) {
    let index = workspace.index();
    for row in registry.registry_rows() {
        let (path, place) = active(registry, row);
        let named = stem(path);
        let packets = index.family(base_of(named)).into_iter().filter(|id| index.packets.contains(*id));
        let latest = packets.max_by_key(|id| revision_of(id).unwrap_or(0));
        if let Some(latest) =
            latest.filter(|latest| revision_of(latest).unwrap_or(0) > revision_of(named).unwrap_or(0))
        {
            report
                .at(place, format!("{latest} is later than {named}"))
                .replace(place, format!("{}/{latest}.md", workspace.config.layout.packets));
        }
    }
}
