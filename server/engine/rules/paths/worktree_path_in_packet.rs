//! # The packet names another worktree than it was prepared for
//!
//! Work would begin in the wrong place. The last PREPARE record says which worktree it is.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - Notes: work in ../wt-WP-1-Sample
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "worktree_dir": "../wt-WP-1-Example"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - Notes: work in ../wt-WP-1-Example
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "worktree_dir": "../wt-WP-1-Example"}]}
//! ````
//!
//! Source: Drive-agnostic governance [CX-109]; worktree and branch gate [CX-WT-001].

use super::{end_of_path, is_judged};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;
use crate::workspace::Workspace;
use memchr::memmem;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let records = workspace.index().gates(packet.stem()).iter();
    let Some(own) = records
        .filter(|record| record.gate == "PREPARE")
        .filter_map(|record| record.worktree.as_deref())
        .next_back()
    else {
        return;
    };
    let own = own.trim_end_matches('/');
    for start in memmem::find_iter(packet.text.as_bytes(), "../wt-") {
        let range = Range::new(start, end_of_path(packet, start));
        let named = range.of(&packet.text).trim_end_matches(['.', ':', ';']);
        let is_inside = |rest: &str| rest.is_empty() || rest.starts_with('/');
        // What stands in braces or angle brackets is a pattern of names.
        let is_pattern = named.contains(['{', '<', '*']);
        let is_own = named.strip_prefix(own).is_some_and(is_inside);
        if !is_pattern && !is_own && is_judged(packet, start) {
            report.at(
                Range::new(start, start + named.len()),
                format!("`{named}`: this packet is prepared for `{own}`"),
            );
        }
    }
}
