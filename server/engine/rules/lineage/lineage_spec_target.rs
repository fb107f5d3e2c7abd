//! # The lineage audit names no specification
//!
//! The repository is judged by one version, which later readers must know.
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
//! - SPEC_TARGET: Demo_Master_Spec_v02.001.md (from .GOV/roles_shared/SPEC_CURRENT.md)
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::{below, is_revision, written};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::spec_name::find_spec_files;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(section) = written(packet).filter(|_| is_revision(packet)) else { return };
    let words = section.body.of(&packet.text);
    if find_spec_files(words, &packet.config.spec.file_prefix).next().is_none() {
        report
            .at(section.title, "no SPEC_TARGET: the version that was current when the audit was written")
            .insert(
                "Insert SPEC_TARGET",
                below(
                    packet,
                    section,
                    &format!("- SPEC_TARGET: {} -> ${{1:spec file}}", packet.config.layout.spec_pointer),
                ),
            );
    }
}
