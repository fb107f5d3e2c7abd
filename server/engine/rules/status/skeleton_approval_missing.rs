//! # The work was validated before its skeleton was approved
//!
//! The line `SKELETON APPROVED` is what allows the implementation to begin.
//!
//! ````md,bad
//! ## SKELETON
//! - interfaces
//!
//! ## VALIDATION (Coder)
//! - done
//! ````
//!
//! ````md,good
//! ## SKELETON
//! - interfaces
//!
//! SKELETON APPROVED
//!
//! ## VALIDATION (Coder)
//! - done
//! ````
//!
//! Source: Part 2, lifecycle marker [CX-LIFE-001].

use super::{APPROVAL, approval};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if approval(packet).is_some() {
        return;
    }
    let validated = packet.sections().iter().find(|section| {
        let title = section.title.of(&packet.text).to_ascii_uppercase();
        title.starts_with("VALIDATION (CODER") || title.starts_with("VALIDATION REPORT")
    });
    if let Some(section) = validated {
        report.at(section.title, format!("no line `{APPROVAL}` in the packet"));
    }
}
