//! # A packet has been ready for too long
//!
//! Either nobody can take it up, or something hidden blocks it. The limit is `sla.ready` of `taskpacket.toml`, in work days.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - DATE: 2025-12-01
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - DATE: 2026-03-09
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Ready for Dev
//! - **[WP-1-Example]**
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
    tell(packet, workspace, report, State::Ready);
}
