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
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

const PARTS: &[&str] = &["Original SPEC_ANCHOR", "Correct SPEC_ANCHOR", "Reason", "Date corrected", "Action"];

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = packet.sections().iter().find(|section| section.name == "ERRATA") else { return };
    let words = section.body.of(&packet.text).to_ascii_lowercase();
    let missing: Vec<&str> =
        PARTS.iter().copied().filter(|part| !words.contains(&part.to_ascii_lowercase())).collect();
    if !missing.is_empty() {
        report.at(section.title, format!("the note has no {}", missing.join(", ")));
    }
}
