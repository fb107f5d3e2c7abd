//! # The packet has no DATE
//!
//! Without a date nobody can tell which specification and which rules it was written under.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - ROLE: Orchestrator
//! ````
//!
//! ````md,good
//! - DATE: 2026-03-05
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    report.unsaid(packet, Label::Date);
}
