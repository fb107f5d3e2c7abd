//! # The packet has no PACKET_FORMAT_VERSION
//!
//! Without it the packet is judged by the older, weaker rules.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! ````
//!
//! Source: Part 1, COR-701 gate.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if packet.field(Label::PacketFormatVersion).is_none() {
        report
            .at(
                packet.place_for(Label::PacketFormatVersion),
                "no PACKET_FORMAT_VERSION; the packet is judged by the older rules",
            )
            .lacks(packet, Label::PacketFormatVersion);
    }
}
