//! # The packet is older than its preparation
//!
//! Branch, worktree and Coder come first.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - DATE: 2026-03-05T07:00:00Z
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - DATE: 2026-03-05T09:00:00Z
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z"}]}
//! ````
//!
//! Source: Stop-work gate.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(date) = packet.filled(Label::Date) else { return };
    // A day alone is earlier than everything on it.
    let Ok(written) = date.text.parse::<jiff::Timestamp>() else { return };
    let prepared = workspace.index().gates(packet.stem()).iter().rfind(|record| record.gate == "PREPARE");
    let Some(prepared) = prepared else { return };
    if prepared.timestamp.parse::<jiff::Timestamp>().is_ok_and(|prepared| written < prepared) {
        report.at(date.range, format!("written before it was prepared, at {}", prepared.timestamp));
    }
}
