//! # The packet has no status
//!
//! The status is the Coder's signal to start or to wait.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - RISK_TIER: LOW
//! ````
//!
//! ````md,good
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 3.5 [CX-601].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if packet.field(Label::Status).is_none() {
        report
            .at(packet.place_for(Label::Status), "no Status; write Ready for Dev or In Progress")
            .lacks(packet, Label::Status);
    }
}
