//! # HARDENED_INVARIANTS lacks one of its three
//!
//! Work of high risk answers for content-awareness, NFC normalization and atomic poisoning, each by name.
//!
//! ````md,bad
//! - RISK_TIER: HIGH
//! ### HARDENED_INVARIANTS
//! - Content-Awareness: checked
//! ````
//!
//! ````md,good
//! - RISK_TIER: HIGH
//! ### HARDENED_INVARIANTS
//! - Content-Awareness: checked
//! - NFC normalization: not touched
//! - Atomic poisoning: a failed write leaves nothing
//! ````
//!
//! Source: Part 3.5 [CX-VAL-HARD].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::template::Insertion;
use crate::document::value::Tier;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::snippet;

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

/// Each invariant with what gives it away.
const INVARIANTS: &[(&str, &str)] = &[
    ("content-awareness", "content-aware"),
    ("NFC normalization", "nfc"),
    ("atomic poisoning", "atomic-poison"),
];

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::HardenedInvariants) else { return };
    if packet.tier() != Some(Tier::High) || !packet.is_said(field) {
        return;
    }
    let words = packet.whole(field).of(&packet.text).to_ascii_lowercase().replace([' ', '_'], "-");
    let missing: Vec<&str> =
        INVARIANTS.iter().filter(|(_, sign)| !words.contains(sign)).map(|&(name, _)| name).collect();
    if !missing.is_empty() {
        let finding = report.at(field.name, format!("HARDENED_INVARIANTS lacks {}", missing.join(", ")));
        let entries: Vec<String> = missing.iter().map(|name| format!("{name}: ")).collect();
        if let Some(edit) = packet.with_entries(field, &entries) {
            let line_end = packet.line_end();
            let stops = edit.text.split(line_end).map(|line| {
                if line.is_empty() { String::new() } else { format!("{line}${{1:how it is kept}}") }
            });
            let snippet = snippet::numbered(&stops.collect::<Vec<_>>().join(line_end));
            finding.insert(
                "Insert what is missing",
                Some(Insertion { at: edit.range.start, snippet, place: 0 }),
            );
        }
    }
}
