//! # The packet does not say what it waits for
//!
//! NONE is an answer; silence is not.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ````
//!
//! ````md,good
//! ## Dependencies
//! - Depends on: NONE
//! - Blocks: NONE
//! ````
//!
//! Source: Part 7.1 [CX-573E].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let labels = [Label::DependsOn, Label::Blocks, Label::Dependencies, Label::Blocker];
    if labels.iter().all(|&label| packet.field(label).is_none()) && packet.section("DEPENDENCIES").is_none() {
        report
            .at(
                packet.place_for(Label::Dependencies),
                "no Dependencies; write `Depends on: NONE` where there are none",
            )
            .insert(
                "Insert Dependencies",
                template::block(
                    packet,
                    "BOOTSTRAP",
                    "## Dependencies\n- Depends on: ${1:NONE}\n- Blocks: ${2:NONE}",
                ),
            );
    }
}
