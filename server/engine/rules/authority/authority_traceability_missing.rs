//! # AUTHORITY does not name the traceability registry
//!
//! The registry says which revision of the work is the active one.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - WP Traceability: .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if packet.is_modern() {
        report.unsaid(packet, Label::Traceability);
    }
}
