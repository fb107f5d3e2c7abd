//! # The lineage audit lists a packet that does not exist
//!
//! A path that leads nowhere proves nothing.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
//! - Prior packets:
//!   - .GOV/task_packets/WP-1-Gone.md (status: Superseded)
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

use super::written;
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(section) = written(packet) else { return };
    let layout = &workspace.config.layout;
    let words = section.body.of(&packet.text);
    for folder in [&layout.packets, &layout.stubs] {
        let prefix = format!("{folder}/WP-");
        for (at, _) in words.match_indices(&prefix) {
            let length = words[at..].find(".md").map_or(0, |end| end + 3);
            let path = &words[at..at + length];
            if length == 0 || path.contains(char::is_whitespace) || workspace.document(path).is_some() {
                continue;
            }
            let start = section.body.start + at;
            report.at(Range::new(start, start + length), format!("there is no {path}"));
        }
    }
}
