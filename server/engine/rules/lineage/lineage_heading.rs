//! # The heading of the lineage audit has another form
//!
//! Searches for the tag find every audit, if every audit carries it.
//!
//! ````md,bad
//! ## Lineage Audit
//! - BASE_WP_ID: WP-1-Example
//! ````
//!
//! ````md,good
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - BASE_WP_ID: WP-1-Example
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::audit;
use crate::document::Document;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule =
    Rule { severity: Severity::Hint, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    const TITLE: &str = "LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]";
    let Some(section) = audit(packet) else { return };
    if section.title.of(&packet.text) != TITLE || section.level != 2 {
        report.at(section.title, format!("the heading is `## {TITLE}`")).fix(
            "Write the heading",
            Safety::Review,
            vec![Edit::replace(packet.line_at(section.heading.start), format!("## {TITLE}"))],
        );
    }
}
