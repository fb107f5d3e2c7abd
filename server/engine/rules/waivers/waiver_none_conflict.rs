//! # NONE stands beside a waiver
//!
//! The gate reads NONE and ignores the waiver.
//!
//! ````md,bad
//! ## WAIVERS GRANTED
//! - Waiver ID: WAIVER-1
//!   - Date: 2026-03-01
//!   - Scope: src/store/batch.rs
//!   - Justification: the file is generated
//!   - Approver: mara
//!   - Expiry: 2026-06-01
//! - NONE
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

use super::says_none;
use crate::document::Document;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = packet.waivers_section() else { return };
    let Some(none) = says_none(packet, section) else { return };
    if !packet.waivers().is_empty() {
        let rest = Range::new(none.start, (none.end + 1).min(packet.text.len()));
        report.at(none, "NONE beside a waiver: the gate ignores the waiver").fix(
            "Remove NONE",
            Safety::Review,
            vec![Edit::delete(rest)],
        );
    }
}
