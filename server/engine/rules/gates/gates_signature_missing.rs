//! # The gates log has no signature of this packet
//!
//! The signature stands in the packet, and no gate has seen it.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - REFINEMENT_FILE: .GOV/refinements/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! - PACKET_FORMAT_VERSION: 2026-02-01
//!
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "REFINEMENT", "timestamp": "2026-03-05T08:00:00Z"}, {"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - REFINEMENT_FILE: .GOV/refinements/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! - PACKET_FORMAT_VERSION: 2026-02-01
//!
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "REFINEMENT", "timestamp": "2026-03-05T08:00:00Z"}, {"wpId": "WP-1-Example", "type": "SIGNATURE", "timestamp": "2026-03-05T08:15:00Z", "signature": "mara050320260915"}, {"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z"}]}
//! ````
//!
//! Source: Part 2.5.7.

use super::unrecorded;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    legacy: Some(Severity::Warning),
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    if packet.is_locked() {
        unrecorded(packet, workspace, report, "SIGNATURE", Label::UserSignature);
    }
}
