//! # The packet names no codex
//!
//! The codex is the law the packet is written under; a reader must know which version.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - SPEC_ANCHOR: 2.1.1
//! ````
//!
//! ````md,good
//! - Codex: Team Codex v1.4.md
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
    if packet.field(Label::Codex).is_none() {
        report
            .at(packet.place_for(Label::Codex), "no Codex; name the governance reference of the spec pointer")
            .lacks(packet, Label::Codex);
    }
}
