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

use super::{entries, section};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::date::{IsoDate, is_iso_date};
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(now) = workspace.surroundings.now else { return };
    let Some(section) = section(packet) else { return };
    for entry in entries(packet, section) {
        for line in packet.lines_in(entry) {
            let words = line.of(&packet.text);
            let lower = words.to_ascii_lowercase();
            let Some(at) = lower.find("expiry").or_else(|| lower.find("expires")) else { continue };
            let days = words.as_bytes().windows(10).enumerate().skip(at);
            let day = days
                .filter_map(|(at, _)| words.get(at..at + 10))
                .find(|day| is_iso_date(day) == IsoDate::Date);
            let over =
                |day: &str| format!("{day}T23:59:59Z").parse::<jiff::Timestamp>().is_ok_and(|end| end < now);
            if let Some(day) = day.filter(|day| over(day)) {
                let start = line.start + words.find(day).unwrap_or(at);
                report.at(Range::new(start, start + day.len()), format!("expired on {day}"));
            }
        }
    }
}
