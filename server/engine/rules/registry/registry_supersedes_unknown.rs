//! # A row names a replaced packet that is nowhere
//!
//! The history of the base has a gap.
//!
//! ````md,bad
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | supersedes: WP-1-Example-v0x |
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
//! | Base WP ID | Active Packet | Task Board | Notes |
//! |---|---|---|---|
//! | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev | supersedes: WP-1-Example |
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 5.7 [CX-580E].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Registry], severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(registry: &Document, workspace: &Workspace, report: &mut Report) {
    for row in registry.registry_rows() {
        let notes = row.notes.of(&registry.text);
        let Some(at) = notes.find("supersedes") else { continue };
        // The list ends where the next note begins.
        let end = notes[at..].find(';').or_else(|| notes[at..].find(". ")).unwrap_or(notes.len() - at);
        let words = &notes[at..at + end];
        let words = if words.len() > "supersedes".len() + 2 { words } else { &notes[at..] };
        for id in find_wp_ids(words) {
            let wp = id.of(words);
            if workspace.packet(wp).is_none() && workspace.stub(wp).is_none() {
                let start = row.notes.start + at + id.start;
                report.at(Range::new(start, start + wp.len()), format!("there is no packet {wp}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn dot_of_an_id_ends_no_list() {
        check(
            &RULE,
            "\
//- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md
| Base WP ID | Active Packet | Task Board | Notes |
|---|---|---|---|
| WP-1-Store-v1.2-Batch | .GOV/task_packets/WP-1-Store-v1.2-Batch-v2.md | Done | supersedes: WP-1-Store-v1.2-Batch; active=WP-1-Store-v1.2-Batch-v2 |
//- .GOV/task_packets/WP-1-Store-v1.2-Batch.md
- **Status:** Superseded
",
        );
    }
}
