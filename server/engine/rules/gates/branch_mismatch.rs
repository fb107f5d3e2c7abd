//! # A packet in progress is edited on another branch than its own
//!
//! The PREPARE record gives each packet a branch and a worktree; an edit elsewhere is missing there. Only a packet whose
//! text differs from the last commit is being edited.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! - CODER_MODEL: one
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- git:
//! branch main
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example"}]}
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! - CODER_MODEL: one
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- git:
//! branch feat/WP-1-Example
//! //- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json
//! {"gate_logs": [{"wpId": "WP-1-Example", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/WP-1-Example"}]}
//! ````
//!
//! Source: Worktree and branch gate [CX-WT-001].

use super::last;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(git) = &workspace.surroundings.git else { return };
    let is_edited =
        git.pasts.get(&*packet.path).is_some_and(|past| past.committed.document.text != packet.text);
    if !is_edited || packet.facts().status != Some(Status::InProgress) {
        return;
    }
    let (Some(branch), Some(log)) = (&git.branch, workspace.only(Kind::Gates)) else { return };
    let records = log.gate_records();
    let prepared = last(records, packet.wp_id(), "PREPARE").and_then(|record| record.branch.as_ref());
    let Some(own) = prepared.filter(|own| !own.text.is_empty() && own.text != *branch) else { return };
    let place =
        packet.field(Label::Status).map_or_else(|| packet.place_for(Label::Status), |field| field.name);
    report
        .at(place, format!("this packet is prepared for `{}`, and `{branch}` is checked out", own.text))
        .related(log.path.clone(), own.range, "its branch");
}
