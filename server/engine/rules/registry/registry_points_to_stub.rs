//! # The registry names the stub of a packet that exists
//!
//! The stub was activated, and the registry still sends people to it.
//!
//! ````md,bad
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/stubs/WP-1-Example.md | Ready for Dev | - |
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | - |
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use super::{active, stem};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Registry],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(registry: &Document, workspace: &Workspace, report: &mut Report) {
    for row in registry.registry_rows() {
        let (path, place) = active(registry, row);
        if path.starts_with(workspace.config.layout.stubs.as_str()) && workspace.packet(stem(path)).is_some()
        {
            report
                .at(place, format!("{} is a packet already", stem(path)))
                .replace(place, format!("{}/{}.md", workspace.config.layout.packets, stem(path)));
        }
    }
}
