//! # The packet has no ROLE
//!
//! Only the Orchestrator writes packets; the field says so.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - DATE: 2026-03-05
//! ````
//!
//! ````md,good
//! - ROLE: Orchestrator
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
    report.unsaid(packet, Label::Role);
}
