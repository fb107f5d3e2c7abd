//! # An escalation leaves out what a decision needs
//!
//! Which work packet, where it stands and for how long, what is needed, and by when.
//!
//! ````md,bad
//! SLA ESCALATION: WP-1-Example [CX-635]
//!
//! **Work Packet:** WP-1-Example (the store)
//! **Status:** BLOCKED
//! **Duration:** 6 days (SLA limit: 5 days)
//! **Created:** 2026-03-01, Last update: 2026-03-09
//!
//! **Action Needed:**
//! Decide on the form.
//! ````
//!
//! ````md,good
//! SLA ESCALATION: WP-1-Example [CX-635]
//!
//! **Work Packet:** WP-1-Example (the store)
//! **Status:** BLOCKED
//! **Duration:** 6 days (SLA limit: 5 days)
//! **Created:** 2026-03-01, Last update: 2026-03-09
//!
//! **Action Needed:**
//! Decide on the form.
//!
//! **Response Required By:** 2026-03-11
//! ````
//!
//! Source: Part 7.3, escalation template [CX-635].

use super::{BASE, behind, blocks, is_open, lacks};
use crate::document::Document;
use crate::document::message::BlockKind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..BASE };

const PARTS: &[&str] =
    &["Work Packet", "Status", "Duration", "Created", "Action Needed", "Response Required By"];

fn check(document: &Document, report: &mut Report) {
    for block in blocks(document, BlockKind::Escalation) {
        let about = block.header.of(&document.text).rsplit_once("ESCALATION:").map_or("", |(_, about)| about);
        let missing = lacks(document, &block, PARTS);
        if !missing.is_empty() && !is_open(about.trim()) {
            let lines: Vec<String> = missing
                .iter()
                .enumerate()
                .map(|(at, part)| format!("\n**{part}:** ${{{}}}", at + 1))
                .collect();
            report
                .at(block.header, format!("the escalation has no {}", missing.join(", no ")))
                .insert("Insert what is missing", behind(document, &block, &format!("\n{}", lines.concat())));
        }
    }
}
