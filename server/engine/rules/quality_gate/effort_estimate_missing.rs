//! # The packet has no estimate of its effort
//!
//! Hours tell who plans the phase whether a packet should be two.
//!
//! ````md,bad
//! - EFFORT_ESTIMATE_HOURS: much
//! ````
//!
//! ````md,good
//! - EFFORT_ESTIMATE_HOURS: 8
//! ````
//!
//! Source: Part 8 [CX-640].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder::Class;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::Effort) else {
        report.at(packet.place_for(Label::Effort), "no EFFORT_ESTIMATE_HOURS").lacks(packet, Label::Effort);
        return;
    };
    let said = packet.said(field);
    let has_number = said.text.bytes().any(|byte| byte.is_ascii_digit());
    // A placeholder is told as one.
    if !has_number && matches!(packet.placeholder_of(field), None | Some(Class::Empty)) {
        report.at(field.name, format!("`{}` is no number of hours", said.text));
    }
}
