//! # The lineage audit does not name its BASE_WP_ID
//!
//! The audit is read on its own; it says whose lineage it is.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - Prior packets:
//!   - WP-1-Example.md (status: Superseded)
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - BASE_WP_ID: WP-1-Example
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::{below, is_revision, written};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::id::base_of;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = written(packet).filter(|_| is_revision(packet)) else { return };
    let wanted = base_of(packet.stem());
    match packet.fields().all(Label::BaseWpId).find(|field| section.body.contains(field.line)) {
        None => {
            _ = report
                .at(section.title, "no BASE_WP_ID in the lineage audit")
                .insert("Insert BASE_WP_ID", below(packet, section, &format!("- BASE_WP_ID: {wanted}")))
        }
        Some(field) => {
            let value = packet.value_of(field);
            if value.text.split_whitespace().next() != Some(wanted) {
                let range = if value.text.is_empty() { field.name } else { value.range };
                report.at(range, format!("`{}` is not {wanted}", value.text)).set(field, wanted);
            }
        }
    }
}
