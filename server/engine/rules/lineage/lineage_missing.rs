//! # A revision has no lineage audit
//!
//! A revision that checks only its own change may lose what earlier ones promised.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! # Task Packet: WP-1-Example-v2
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - BASE_WP_ID: WP-1-Example
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::audit;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::revision_of;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(revision) = revision_of(packet.stem()) else { return };
    if audit(packet).is_none() {
        let message = format!("-v{revision} has no section `## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]`");
        let finding = report.at(packet.place_in("LINEAGE_AUDIT"), message);
        if revision < 2 {
            finding.severity(Severity::Info);
        }
    }
}
