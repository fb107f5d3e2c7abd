//! # The packet has no USER_SIGNATURE
//!
//! Only a signed packet is a contract; without the field nobody can see that the signature is still to come.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## METADATA
//! - RISK_TIER: LOW
//! ````
//!
//! ````md,good
//! # Task Packet: WP-1-Example
//! ## METADATA
//! - USER_SIGNATURE: <pending>
//! ````
//!
//! Source: Part 2.5 [CX-585A].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if packet.signature().is_none() {
        report
            .at(
                packet.place_for(Label::UserSignature),
                "no USER_SIGNATURE; a packet that waits for it says `<pending>`",
            )
            .lacks(packet, Label::UserSignature);
    }
}
