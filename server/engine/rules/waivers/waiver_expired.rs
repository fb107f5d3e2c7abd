//! # A waiver has expired
//!
//! What it allowed is forbidden again.
//!
//! ````md,bad
//! ## WAIVERS GRANTED
//! - Waiver ID: WAIVER-1
//!   - Date: 2026-03-01
//!   - Scope: src/store/batch.rs
//!   - Justification: the file is generated
//!   - Approver: mara
//!   - Expiry: 2026-03-05
//! ````
//!
//! ````md,good
//! ## WAIVERS GRANTED
//! - Waiver ID: WAIVER-1
//!   - Date: 2026-03-01
//!   - Scope: src/store/batch.rs
//!   - Justification: the file is generated
//!   - Approver: mara
//!   - Expiry: 2026-06-01
//! ````
//!
//! Source: Part 1, risk management [CX-600B]; waivers [CX-573F].

use super::is_over;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(now) = workspace.surroundings.now else { return };
    for range in packet.waivers().into_iter().filter_map(|waiver| waiver.expiry) {
        let day = range.of(&packet.text);
        if is_over(day, now) {
            report.at(range, format!("expired on {day}"));
        }
    }
}
