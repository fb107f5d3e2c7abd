//! # An agentic packet does not name its model
//!
//! With AGENTIC_MODE: YES one model runs the packet; the packet says which.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - AGENTIC_MODE: YES
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - AGENTIC_MODE: YES
//! - ORCHESTRATOR_MODEL: GPT-5.2 (Codex CLI)
//! ````
//!
//! Source: Part 1, pre-work gate.

use super::metadata::is_agentic;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if is_agentic(packet) {
        report.unsaid(packet, Label::OrchestratorModel);
    }
}
