//! # The lineage audit leaves out an earlier packet
//!
//! What an unlisted packet promised is not carried forward.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - BASE_WP_ID: WP-1-Example
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - Prior packets:
//!   - .GOV/task_packets/WP-1-Example.md (status: Superseded)
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use super::{is_revision, written};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::base_of;
use crate::text::grammar::id::find_wp_ids;
use crate::text::grammar::id::revision_of;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    legacy: Some(Severity::Warning),
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(section) = written(packet).filter(|_| is_revision(packet)) else { return };
    let own = revision_of(packet.stem()).unwrap_or(0);
    let index = workspace.index();
    for id in index.family(base_of(packet.stem())) {
        let earlier = index.packets.contains(id) && revision_of(id).unwrap_or(0) < own;
        // A later id begins with an earlier one: `-v2` stands in `-v21`.
        let named = packet.lines_in(section.body).map(|line| line.of(&packet.text)).any(|line| {
            // The base's own line names no packet.
            !line.contains("WP_ID")
                && find_wp_ids(line).any(|found| found.of(line).trim_end_matches(".md") == id)
        });
        if earlier && !named {
            report.at(section.title, format!("the earlier packet {id} is not listed"));
        }
    }
}
