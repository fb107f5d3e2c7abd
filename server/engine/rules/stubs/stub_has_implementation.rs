//! # The stub holds an implementation
//!
//! What is built belongs into a packet that somebody approved.
//!
//! ````md,bad
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ## IMPLEMENTATION
//! Wrote the store.
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/stubs/WP-1-Example.md
//! # Work Packet Stub: WP-1-Example
//! ## IMPLEMENTATION
//! ````
//!
//! Source: Part 2.5.3, stub backlog.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { kinds: &[Kind::Stub], severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(stub: &Document, report: &mut Report) {
    for section in stub.sections().iter().filter(|section| section.level == 2) {
        let holds = matches!(section.name.as_str(), "IMPLEMENTATION" | "VALIDATION" | "EVIDENCE");
        let says = stub.lines_in(section.body).any(|line| {
            let words = line.of(&stub.text).trim().trim_start_matches(['-', '*', ' ']);
            !words.is_empty() && !words.starts_with(['(', '<']) && !words.eq_ignore_ascii_case("NONE")
        });
        if holds && says {
            report.at(section.title, format!("{} in a stub", section.name));
        }
    }
}
