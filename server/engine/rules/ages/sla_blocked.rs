//! # A packet has been Blocked for too long
//!
//! Somebody who can decide must hear of it. The limit is `sla.blocked` of `taskpacket.toml`, in work days.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - DATE: 2025-12-01
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: x (ETA soon)
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - DATE: 2026-03-09
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: x (ETA soon)
//! ````
//!
//! Source: Part 7.3 [CX-635B].

use super::tell;
use crate::document::Document;
use crate::document::board::State;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    tell(packet, workspace, report, State::Blocked);
}
