//! # The packet does not say what waits for it
//!
//! Who finishes it must know whom to tell.
//!
//! ````md,bad
//! ## Dependencies
//! - Depends on: NONE
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
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if let Some(field) = packet.field(Label::DependsOn).filter(|_| packet.field(Label::Blocks).is_none()) {
        report
            .at(field.name, "no `Blocks` beside `Depends on`")
            .insert("Insert Blocks", template::field(packet, Label::Blocks));
    }
}
