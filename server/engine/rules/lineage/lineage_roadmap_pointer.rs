//! # The lineage audit has no Roadmap pointer
//!
//! Where the work came from; `N/A` where it came from nowhere in the Roadmap.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - BASE_WP_ID: WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - Roadmap pointer: N/A
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::{below, is_revision, written};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = written(packet).filter(|_| is_revision(packet)) else { return };
    if !section.body.of(&packet.text).to_ascii_lowercase().contains("roadmap") {
        report
            .at(section.title, "no Roadmap pointer, and no N/A in its place")
            .insert("Insert Roadmap pointer", below(packet, section, "- Roadmap pointer: ${1:N/A}"));
    }
}
