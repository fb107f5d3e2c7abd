//! # The packet does not say which specification it follows
//!
//! SPEC_BASELINE says what it was written from, SPEC_TARGET what it is judged by.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - SPEC_BASELINE: Demo_Spec_v1.md
//! ````
//!
//! ````md,good
//! - SPEC_BASELINE: Demo_Spec_v1.md
//! - SPEC_TARGET: .GOV/roles_shared/SPEC_CURRENT.md
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if packet.field(Label::SpecCurrent).is_some() {
        return;
    }
    let missing: Vec<&str> = [(Label::SpecBaseline, "SPEC_BASELINE"), (Label::SpecTarget, "SPEC_TARGET")]
        .iter()
        .filter(|(label, _)| packet.field(*label).is_none())
        .map(|&(_, name)| name)
        .collect();
    if !missing.is_empty() {
        let absent = [Label::SpecBaseline, Label::SpecTarget];
        let absent = absent.into_iter().filter(|&label| packet.field(label).is_none());
        let insertions = absent.filter_map(|label| template::field(packet, label)).collect();
        report
            .at(packet.place_for(Label::SpecBaseline), format!("no {}", missing.join(" and no ")))
            .insert_all(format!("Insert {}", missing.join(" and ")), insertions);
    }
}
