//! # ROLE is not Orchestrator
//!
//! No other role writes packets.
//!
//! ````md,bad
//! - ROLE: Coder
//! ````
//!
//! ````md,good
//! - ROLE: Orchestrator
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
    let Some(role) = packet.filled(Label::Role) else { return };
    if !role.text.eq_ignore_ascii_case("Orchestrator") {
        report
            .at(role.range, format!("ROLE is `{}`; packets are written by the Orchestrator", role.text))
            .replace(role.range, "Orchestrator");
    }
}
