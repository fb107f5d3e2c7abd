//! # The active packet of a row does not exist
//!
//! Everybody who follows the registry ends here.
//!
//! ````md,bad
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | - |
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | - |
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::active;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Registry],
    severity: Severity::Error,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(registry: &Document, workspace: &Workspace, report: &mut Report) {
    for row in registry.registry_rows() {
        let (path, place) = active(registry, row);
        // What is no path of a packet is told elsewhere.
        if path.starts_with(workspace.config.layout.packets.as_str())
            && path.ends_with(".md")
            && workspace.document(path).is_none()
        {
            report.at(place, format!("there is no {path}"));
        }
    }
}
