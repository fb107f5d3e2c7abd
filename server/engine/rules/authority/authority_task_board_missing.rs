//! # The packet does not point to the task board
//!
//! Whoever reads the packet needs the way to the place where its state is kept.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - SPEC_ANCHOR: 2.1.1
//! ````
//!
//! ````md,good
//! - Task Board: .GOV/roles_shared/TASK_BOARD.md
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
    if packet.field(Label::TaskBoard).is_none() {
        report
            .at(packet.place_for(Label::TaskBoard), "no Task Board pointer")
            .lacks(packet, Label::TaskBoard);
    }
}
