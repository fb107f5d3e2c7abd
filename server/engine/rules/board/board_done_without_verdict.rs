//! # A Done entry has no verdict behind it
//!
//! Done follows from the Validator's report in the packet, not from the board.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! //- .GOV/task_packets/WP-1-Example.md
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! - **Status:** Done
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Done
//!
//! ## VALIDATION_REPORTS
//! Verdict: PASS
//! ````
//!
//! Source: Part 3, status sync scope.

use super::{entries, packet_of};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in entries(board, &[State::Done]) {
        let Some(packet) = packet_of(board, entry, workspace) else { continue };
        if packet.facts().last_verdict.is_some() {
            continue;
        }
        let finding =
            report.at(entry.id, format!("{} has no verdict in its validation reports", packet.stem()));
        if !packet.facts().modern {
            finding.severity(Severity::Warning);
        }
    }
}
