//! # The date of a waiver is none
//!
//! A waiver holds from its day on.
//!
//! ````md,bad
//! ## WAIVERS GRANTED
//! - Waiver ID: WAIVER-1
//!   - Date: early March
//!   - Scope: src/store/batch.rs
//!   - Justification: the file is generated
//!   - Approver: mara
//!   - Expiry: 2026-06-01
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

use crate::document::Document;
use crate::document::waivers::Waiver;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::date::{IsoDate, is_iso_date};
use crate::text::range::Range;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for Waiver { range: entry, .. } in packet.waivers() {
        for line in packet.lines_in(entry) {
            let words = line.of(&packet.text);
            let bare = words.trim_start().trim_start_matches(['-', '*', ' ']);
            let Some(rest) = bare.strip_prefix("Date") else { continue };
            let value = rest.trim_start_matches(['*', ':', ' ']).trim();
            let first = value.split([' ', '(']).next().unwrap_or("");
            if !value.is_empty() && is_iso_date(value) == IsoDate::No && is_iso_date(first) == IsoDate::No {
                let start = line.start + words.len() - value.len() - (words.len() - words.trim_end().len());
                report.at(Range::new(start, start + value.len()), format!("`{value}` is no ISO date"));
            }
        }
    }
}
