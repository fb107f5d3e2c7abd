//! # The packet is Superseded, and the registry still names it
//!
//! Readers follow the registry to the active packet; here it leads them to a dead one.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Superseded
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Done | - |
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Superseded
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example-v2.md | Ready | - |
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(value) = packet.value(Label::Status) else { return };
    if Status::of(value.text) != Some(Status::Superseded) {
        return;
    }
    let Some(registry) = workspace.only(Kind::Registry) else { return };
    let named =
        |active: Range| active.of(&registry.text).trim_matches('`').trim_start_matches('/') == &*packet.path;
    if let Some(row) = registry.registry_rows().iter().find(|row| named(row.active)) {
        report
            .at(
                value.range,
                format!("`{}`, but the registry names this packet as the active one", value.text),
            )
            .related(registry.path.clone(), row.row.line, "the registry's row");
    }
}
