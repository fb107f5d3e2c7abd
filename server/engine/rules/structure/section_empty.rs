//! # A section is empty
//!
//! The heading is there, the words are not.
//!
//! ````md,bad
//! ## SCOPE
//!
//! ## BOOTSTRAP
//! - SEARCH_TERMS: "export"
//! ````
//!
//! ````md,good
//! ## SCOPE
//! - What: Export notes as one bundle.
//! ## BOOTSTRAP
//! - SEARCH_TERMS: "export"
//! ````
//!
//! Source: Part 3.5, summary [CX-608].

use crate::document::Document;
use crate::document::contract::sections::{Group, SECTIONS};
use crate::document::template;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for known in SECTIONS {
        let needed = known.group == Group::Every || packet.is_modern();
        // Logs are empty until somebody reports.
        let Some(section) = packet.section(known.name).filter(|section| needed && !section.reports) else {
            continue;
        };
        if section.body.of(&packet.text).trim().is_empty() {
            report
                .at(section.title, format!("section `{}` is empty", section.title.of(&packet.text)))
                .insert(format!("Fill in {}", known.name), template::section_body(packet, section));
        }
    }
}
