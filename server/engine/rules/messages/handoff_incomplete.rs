//! # The handoff leaves out what the Coder needs
//!
//! The id, the risk, and the word that the packet was created and verified.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/HANDOFF.md
//! Task Packet: .GOV/task_packets/WP-1-Example.md
//! WP_ID: WP-1-Example
//!
//! Orchestrator checklist complete. Task packet WP-1-Example created and verified.
//! //- .GOV/task_packets/WP-1-Example.md
//! - RISK_TIER: LOW
//! ````
//!
//! ````md,good
//! Task Packet: .GOV/task_packets/WP-1-Example.md
//! WP_ID: WP-1-Example
//! RISK_TIER: LOW
//!
//! Orchestrator checklist complete. Task packet WP-1-Example created and verified.
//! ````
//!
//! Source: Part 4, step 5.

use super::{BASE, blocks, handed, lacks};
use crate::document::Document;
use crate::document::message::{Block, BlockKind};
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Workspace(check), ..BASE };

/// What the sentence says that closes a handoff, as messages quote it.
const VERIFIED: &str = "`created and verified`";

/// The sentence that closes a handoff.
pub fn verified(id: &str) -> String {
    format!("Orchestrator checklist complete. Task packet {id} {}.", VERIFIED.trim_matches('`'))
}

fn is_verified(document: &Document, block: &Block) -> bool {
    block.body.of(&document.text).contains(VERIFIED.trim_matches('`'))
}

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    for block in blocks(document, BlockKind::Handoff) {
        let mut missing = lacks(document, &block, &["WP_ID", "RISK_TIER"]);
        if !is_verified(document, &block) {
            missing.push(VERIFIED);
        }
        if !missing.is_empty() {
            let finding = report.at(block.header, format!("the handoff has no {}", missing.join(", no ")));
            let packet = workspace.document(handed(block.header.of(&document.text)));
            let edits = packet.map(|packet| completed(document, &block, packet)).unwrap_or_default();
            if !edits.is_empty() {
                finding.fix("Write what the packet says", Safety::Review, edits);
            }
        }
    }
}

/// The lines that the block lacks, as the packet has them; none where it does not say its risk.
fn completed(document: &Document, block: &Block, packet: &Document) -> Vec<Edit> {
    let Some(tier) = packet.tier() else { return Vec::new() };
    let (id, line_end) = (packet.stem(), document.line_end());
    let known = [("WP_ID", id), ("RISK_TIER", tier.name())];
    let missing = lacks(document, block, &["WP_ID", "RISK_TIER"]);
    let lines = known.iter().filter(|(key, _)| missing.contains(key));
    let lines: String = lines.map(|(key, value)| format!("{line_end}{key}: {value}")).collect();
    // Below the id, where that is there.
    let first = block.entries.iter().find(|entry| entry.key.of(&document.text) == "WP_ID");
    let above = first.map_or(block.header, |entry| document.line_at(entry.key.start));
    let mut edits = Vec::new();
    if !lines.is_empty() {
        edits.push(Edit::insert(above.end, lines));
    }
    if !is_verified(document, block) {
        let at = block.header.end
            + Range::new(block.header.end, block.body.end).of(&document.text).trim_end().len();
        edits.push(Edit::insert(at, format!("{line_end}{line_end}{}", verified(id))));
    }
    edits
}
