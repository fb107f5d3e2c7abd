//! # The packet has no USER_CONTEXT
//!
//! A few plain sentences tell the person who signs what the work is for.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## METADATA
//! ````
//!
//! ````md,good
//! # Task Packet: WP-1-Example
//! ## USER_CONTEXT
//! Saves notes faster.
//! ````
//!
//! Off unless `taskpacket.toml` gives it a severity.
//!
//! Source: Quick reference [CX-581].

use crate::document::Document;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    severity: Severity::Hint,
    off: true,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(packet: &Document, report: &mut Report) {
    if !packet.sections().iter().any(|section| section.name == "USER_CONTEXT") {
        report.at(packet.place_in("METADATA"), "no USER_CONTEXT").insert(
            "Insert USER_CONTEXT",
            template::block(packet, "SCOPE", "## USER_CONTEXT\n- ${1:what it is for, in words of the user}"),
        );
    }
}
