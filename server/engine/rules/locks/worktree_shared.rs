//! # Two work packets have one worktree or one branch
//!
//! Each packet has its own, so that nobody commits another one's changes. The last PREPARE record of each counts.
//!
//! ````md,bad
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [
//! {"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example", "worktree_dir": "../wt"},
//! {"wpId": "WP-1-Console", "type": "PREPARE", "timestamp": "2026-03-06T08:20:00Z", "branch": "feat/WP-1-Console", "worktree_dir": "../wt"}
//! ]}
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- .GOV/task_packets/WP-1-Console.md
//! - **Status:** In Progress
//! ````
//!
//! ````md,good
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [
//! {"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example", "worktree_dir": "../wt"},
//! {"wpId": "WP-1-Console", "type": "PREPARE", "timestamp": "2026-03-06T08:20:00Z", "branch": "feat/WP-1-Console", "worktree_dir": "../wt"}
//! ]}
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Done
//! //- .GOV/task_packets/WP-1-Console.md
//! - **Status:** In Progress
//! ````
//!
//! Source: Part 1, branching and concurrency [CX-CONC-001]; [CX-WT-001].

use crate::document::Document;
use crate::document::gates::{Record, Said};
use crate::document::kind::Kind;
use crate::rules::gates::prepared;
use crate::rules::report::Report;
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { kinds: &[Kind::Gates], check: Check::Workspace(check), ..Rule::BASE };

fn check(log: &Document, workspace: &Workspace, report: &mut Report) {
    let prepared = prepared(log, workspace);
    for (at, record) in prepared.iter().enumerate() {
        for earlier in prepared.iter().take(at) {
            let (Some((now, before, what)), Some(other)) = (shared(record, earlier), &earlier.wp) else {
                continue;
            };
            let other = &other.text;
            report.at(now.range, format!("`{}` is the {what} of {other} too", now.text)).related(
                log.path.clone(),
                before.range,
                format!("the {what} of {other}"),
            );
        }
    }
}

/// What two records share; a worktree has one branch, so it is told alone.
fn shared<'a>(one: &'a Record, other: &'a Record) -> Option<(&'a Said, &'a Said, &'static str)> {
    let same = |one: &'a Option<Said>, other: &'a Option<Said>, what| {
        let (one, other) = (one.as_ref()?, other.as_ref()?);
        let place = |said: &Said| said.text.trim_end_matches('/').replace('\\', "/");
        (!one.text.is_empty() && place(one) == place(other)).then_some((one, other, what))
    };
    same(&one.worktree, &other.worktree, "worktree").or_else(|| same(&one.branch, &other.branch, "branch"))
}
