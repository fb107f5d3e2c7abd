//! # The packet has no MERGE_BASE_SHA
//!
//! The post-work gate compares against this commit.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - MERGE_BASE_SHA: 0123456789012345678901234567890123456789
//! ````
//!
//! Source: Part 8, pre-delegation checklist.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if packet.is_modern() {
        report.unsaid(packet, Label::MergeBaseSha);
    }
}
