//! # The packet has no REQUESTOR
//!
//! Somebody asked for the work and can answer questions about it.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - REQUESTOR: {user or source}
//! ````
//!
//! ````md,good
//! - REQUESTOR: mara
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
    report.unsaid(packet, Label::Requestor);
}
