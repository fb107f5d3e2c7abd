//! # The packet does not state its id
//!
//! Board, registry and commits look a packet up by its id; a copy of the file name is not enough.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! - WP_ID: WP-1-Example
//! ````
//!
//! ````md,good
//! - TASK_ID: WP-1-Example
//! - WP_ID: WP-1-Example
//! ````
//!
//! Source: Part 3.5 [CX-600].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(packet: &Document, report: &mut Report) {
    for (label, name) in [(Label::TaskId, "TASK_ID"), (Label::WpId, "WP_ID")] {
        // TASK_ID is the packet's own; stubs and refinements have WP_ID alone.
        if packet.field(label).is_some() || (label == Label::TaskId && packet.kind != Kind::Packet) {
            continue;
        }
        let finding = report.at(packet.place_for(label), format!("no {name}")).lacks(packet, label);
        // Older packets had TASK_ID alone.
        if label == Label::WpId && packet.kind == Kind::Packet && !packet.is_modern() {
            finding.severity(Severity::Warning);
        }
    }
}
