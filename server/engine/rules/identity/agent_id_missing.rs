//! # The packet has no AGENT_ID
//!
//! The Orchestrator who wrote the packet must be known.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - AGENT_ID:
//! ````
//!
//! ````md,good
//! - AGENT_ID: orchestrator-1
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    report.unsaid(packet, Label::AgentId);
}
