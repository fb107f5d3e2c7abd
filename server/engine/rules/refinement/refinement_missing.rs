//! # The packet has no refinement
//!
//! Before a packet is written the user approves what the specification says about it; that is the refinement.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - WP_ID: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - WP_ID: WP-1-Example
//! //- .GOV/refinements/WP-1-Example.md
//! ## TECHNICAL_REFINEMENT (MASTER SPEC)
//! ````
//!
//! Source: Part 2.5.2.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let named = packet.filled(Label::RefinementFile).map(|value| value.text.trim_start_matches('/'));
    let own = format!("{}/{}.md", workspace.config.layout.refinements, packet.stem());
    let path = named.unwrap_or(&own);
    if workspace.document(path).is_some() || workspace.document(&own).is_some() {
        return;
    }
    let place = packet
        .field(Label::RefinementFile)
        .map(|field| if field.value.is_empty() { field.name } else { field.value });
    let finding = report
        .at(place.unwrap_or_else(|| packet.place_for(Label::RefinementFile)), format!("there is no {path}"));
    // Older packets knew no refinements.
    if named.is_none() && !packet.is_modern() {
        finding.severity(Severity::Warning);
    }
}
