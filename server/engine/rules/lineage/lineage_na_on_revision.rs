//! # The lineage audit of a revision says N/A
//!
//! A revision has a lineage.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - N/A
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - BASE_WP_ID: WP-1-Example
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::{audit, is_not_applicable, is_revision};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = audit(packet).filter(|_| is_revision(packet)) else { return };
    if is_not_applicable(packet, section) {
        report.at(section.title, format!("N/A, but {} is a revision", packet.stem()));
    }
}
