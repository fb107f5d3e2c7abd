//! # WAIVERS GRANTED says nothing
//!
//! NONE says that somebody looked.
//!
//! ````md,bad
//! ## WAIVERS GRANTED
//! - (Record explicit user waivers here.)
//! ````
//!
//! ````md,good
//! ## WAIVERS GRANTED
//! - NONE
//! ````
//!
//! Source: Part 1, risk management [CX-600B]; waivers [CX-573F].

use super::{none_below, says_none};
use crate::document::Document;
use crate::document::outline::Section;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = packet.waivers_section() else { return };
    if says_none(packet, section).is_none() && packet.waivers().is_empty() && !has_prose(packet, section) {
        report
            .at(section.title, "neither a waiver nor NONE")
            .insert("Write NONE", Some(none_below(packet, section)));
    }
}

/// Whether something else than the template's instruction stands there.
fn has_prose(packet: &Document, section: &Section) -> bool {
    packet.lines_in(section.body).any(|line| {
        let words = line.of(&packet.text).trim().trim_start_matches(['-', '*', ' ']);
        !words.is_empty() && !words.starts_with("(Record")
    })
}
