//! # The handoff leaves out what the Coder needs
//!
//! The id, the risk, and the word that the packet was created and verified.
//!
//! ````md,bad
//! Task Packet: .GOV/task_packets/WP-1-Example.md
//! WP_ID: WP-1-Example
//!
//! Orchestrator checklist complete. Task packet WP-1-Example created and verified.
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

use super::{BASE, blocks, lacks};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..BASE };

fn check(document: &Document, report: &mut Report) {
    for block in blocks(document, BlockKind::Handoff) {
        let mut missing = lacks(document, &block, &["WP_ID", "RISK_TIER"]);
        if !block.body.of(&document.text).contains("created and verified") {
            missing.push("`created and verified`");
        }
        if !missing.is_empty() {
            report.at(block.header, format!("the handoff has no {}", missing.join(", no ")));
        }
    }
}
