//! # A section is missing
//!
//! A packet without one of its sections cannot be followed to its end.
//!
//! ````md,bad
//! # Task Packet: WP-1-Example
//! ## METADATA
//! ## SCOPE
//! ## QUALITY_GATE
//! ## AUTHORITY
//! ## VALIDATION
//! ````
//!
//! ````md,good
//! # Task Packet: WP-1-Example
//! ## METADATA
//! ## SCOPE
//! ## QUALITY_GATE
//! ## BOOTSTRAP
//! ## AUTHORITY
//! ## VALIDATION
//! ````
//!
//! Source: Part 5.1 [CX-581].

use crate::document::Document;
use crate::document::contract::sections::{Group, SECTIONS};
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let has = |name: &str| packet.sections().iter().any(|section| section.name == name);
    for section in SECTIONS {
        let needed = section.group == Group::Every || packet.is_modern();
        if !needed || has(section.name) {
            continue;
        }
        let finding = report.at(packet.place_in("METADATA"), format!("no section `{}`", section.heading));
        if section.group == Group::Modern {
            finding.severity(Severity::Warning);
        }
    }
}
