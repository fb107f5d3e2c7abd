//! # An ERRATA note leaves out what it must say
//!
//! What was wrong, what is right, why, since when, and what follows.
//!
//! ````md,bad
//! ## ERRATA
//! - **Original SPEC_ANCHOR:** 2.1
//! - **Correct SPEC_ANCHOR:** 2.1.1
//! - **Date corrected:** 2026-03-05
//! - **Action:** no variant needed
//! ````
//!
//! ````md,good
//! ## ERRATA
//! - **Original SPEC_ANCHOR:** 2.1
//! - **Correct SPEC_ANCHOR:** 2.1.1
//! - **Reason:** too broad
//! - **Date corrected:** 2026-03-05
//! - **Action:** no variant needed
//! ````
//!
//! Source: Part 3, error recovery [CX-611].

use crate::document::Document;
use crate::document::template::Insertion;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

const PARTS: &[&str] = &["Original SPEC_ANCHOR", "Correct SPEC_ANCHOR", "Reason", "Date corrected", "Action"];

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = packet.sections().iter().find(|section| section.name == "ERRATA") else { return };
    let words = section.body.of(&packet.text).to_ascii_lowercase();
    let missing: Vec<&str> =
        PARTS.iter().copied().filter(|part| !words.contains(&part.to_ascii_lowercase())).collect();
    if !missing.is_empty() {
        let whole = packet.line_at(section.heading.start).cover(section.body);
        let at = whole.start + whole.of(&packet.text).trim_end().len();
        let line_end = packet.line_end();
        let lines =
            missing.iter().enumerate().map(|(at, part)| format!("{line_end}- {part}: ${{{}}}", at + 1));
        let insertion = Insertion { at, snippet: lines.collect(), place: 0 };
        report
            .at(section.title, format!("the note has no {}", missing.join(", ")))
            .insert("Insert what it lacks", Some(insertion));
    }
}
