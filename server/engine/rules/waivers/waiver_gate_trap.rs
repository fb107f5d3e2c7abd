//! # The gate takes the instructions for a waiver
//!
//! The template's line names the tag that the gate looks for; only NONE or an entry says what is meant.
//!
//! ````md,bad
//! ## WAIVERS GRANTED
//! - (Record explicit user waivers here per [CX-573F]. Include Waiver ID, Date, Scope, and Justification.)
//!
//! ## QUALITY_GATE
//! ````
//!
//! ````md,good
//! ## WAIVERS GRANTED
//! - (Record explicit user waivers here per [CX-573F].)
//! - NONE
//!
//! ## QUALITY_GATE
//! ````
//!
//! Source: Part 1, risk management [CX-600B]; waivers [CX-573F].

use super::{none_below, says_none};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = packet.waivers_section() else { return };
    let listed = packet.waivers();
    let instruction = section.body.of(&packet.text).contains("[CX-573F]");
    let last =
        !packet.sections().iter().any(|next| next.level == 2 && next.heading.start > section.heading.start);
    if says_none(packet, section).is_none() && listed.is_empty() && instruction {
        report
            .at(section.title, "the gate reads the instruction as a waiver; write NONE")
            .insert("Write NONE", Some(none_below(packet, section)));
    } else if !listed.is_empty() && last {
        report.at(section.title, "the gate sees no waiver in the last section of the file");
    }
}
