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
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    match packet.field(Label::AgentId) {
        None => _ = report.at(packet.place_for(Label::AgentId), "no AGENT_ID"),
        Some(field) if !packet.is_said(field) => _ = report.at(field.name, "AGENT_ID says nothing yet"),
        Some(_) => {}
    }
}
