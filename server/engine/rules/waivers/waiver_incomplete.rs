//! # A waiver leaves out what it must say
//!
//! When it was given, for what and why; and by whom and until when.
//!
//! ````md,bad
//! ## WAIVERS GRANTED
//! - Waiver ID: WAIVER-1
//!   - Date: 2026-03-01
//!   - Scope: src/store/batch.rs
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
use crate::document::template::Insertion;
use crate::document::waivers::Waiver;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for Waiver { range: entry, .. } in packet.waivers() {
        let words = entry.of(&packet.text).to_ascii_lowercase();
        let lacks = |names: &[&'static str]| -> Vec<&'static str> {
            names.iter().copied().filter(|name| !words.contains(&name.to_ascii_lowercase())).collect()
        };
        let line = packet.line_at(entry.start);
        let needed = lacks(&["Date", "Scope", "Justification"]);
        // Some call the justification by its meaning.
        let needed: Vec<&str> = needed
            .into_iter()
            .filter(|name| {
                *name != "Justification" || !words.contains("reason") && !words.contains("rationale")
            })
            .collect();
        if !needed.is_empty() {
            report
                .at(line, format!("the waiver has no {}", needed.join(", ")))
                .insert("Insert what it lacks", Some(parts(packet, entry, &needed)));
        }
        let wished: Vec<&str> = lacks(&["Approver", "Expiry"])
            .into_iter()
            .filter(|name| {
                !(*name == "Expiry" && words.contains("expires")
                    || *name == "Approver" && words.contains("approved"))
            })
            .collect();
        if !wished.is_empty() {
            report
                .at(line, format!("the waiver does not name its {}", wished.join(" and ")))
                .severity(Severity::Info)
                .insert("Insert what it lacks", Some(parts(packet, entry, &wished)));
        }
    }
}

/// One line for each part, at the end of the waiver.
fn parts(packet: &Document, entry: Range, names: &[&str]) -> Insertion {
    let line_end = packet.line_end();
    let end = entry.start + entry.of(&packet.text).trim_end().len();
    let lines = names.iter().enumerate().map(|(at, name)| format!("{line_end}  - {name}: ${{{}}}", at + 1));
    Insertion { at: end, snippet: lines.collect(), place: 0 }
}
