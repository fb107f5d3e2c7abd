//! # The packet has no IN_SCOPE_PATHS
//!
//! The Coder may touch what is listed and nothing else.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## SCOPE
//! - What: x
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/a.rs
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if packet.field(Label::InScopePaths).is_none() {
        report
            .at(packet.place_for(Label::InScopePaths), "no IN_SCOPE_PATHS")
            .lacks(packet, Label::InScopePaths);
    }
}
