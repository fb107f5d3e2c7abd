//! # The lineage audit holds the instructions of the template only
//!
//! Nobody has looked at the earlier packets yet.
//!
//! ````md,bad
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - Required when `WP_ID` includes `-v{N}`.
//! - If this is not a revision packet, write: `N/A`.
//! ````
//!
//! ````md,good
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - N/A
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::{audit, is_template};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    if let Some(section) = audit(packet).filter(|section| is_template(packet, section)) {
        report.at(section.title, "only the instructions of the template stand here");
    }
}
