//! # The handoff and its packet disagree
//!
//! The Coder would begin with another id or another risk than was approved.
//!
//! ````md,bad
//! //- .GOV/roles/handoff.md
//! Task Packet: .GOV/task_packets/WP-1-Example.md
//! WP_ID: WP-1-Example
//! RISK_TIER: LOW
//! //- .GOV/task_packets/WP-1-Example.md
//! - RISK_TIER: HIGH
//! ````
//!
//! ````md,good
//! //- .GOV/roles/handoff.md
//! Task Packet: .GOV/task_packets/WP-1-Example.md
//! WP_ID: WP-1-Example
//! RISK_TIER: LOW
//! //- .GOV/task_packets/WP-1-Example.md
//! - RISK_TIER: LOW
//! ````
//!
//! Source: Part 4, step 5.

use super::{BASE, blocks, filled, handed};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::document::value::Tier;
use crate::rules::report::Report;
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { fix: FixPolicy::Review, check: Check::Workspace(check), ..BASE };

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    for block in blocks(document, BlockKind::Handoff) {
        let header = block.header.of(&document.text);
        let path = handed(header);
        let Some(packet) = workspace.document(path) else {
            if !path.contains(['{', '<']) {
                let start = block.header.end - header.trim_start_matches("Task Packet:").trim_start().len();
                report.at(Range::new(start, block.header.end), format!("there is no `{path}`"));
            }
            continue;
        };
        if let Some((place, said)) =
            filled(document, &block, "WP_ID").filter(|(_, said)| *said != packet.stem())
        {
            report
                .at(place, format!("`{said}`, but the packet is {}", packet.stem()))
                .replace(place, packet.stem());
        }
        let Some((place, said)) = filled(document, &block, "RISK_TIER") else { continue };
        if let Some(tier) = packet.tier().filter(|tier| Tier::of(said) != Some(*tier)) {
            let there = packet.risk_tier().map(|value| value.range).unwrap_or_default();
            report
                .at(place, format!("`{said}`, but the packet says {}", tier.name()))
                .related(packet.path.clone(), there, "its risk")
                .replace(place, tier.name());
        }
    }
}
