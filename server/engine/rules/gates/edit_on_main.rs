//! # A packet in progress is edited on the main branch
//!
//! Its own branch has another version; the two must be merged by hand. The rule is off until it is selected or given a severity:
//! a status may well be set on the main branch.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! - CODER_MODEL: one
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! //- git:
//! branch main
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
//! ````
//!
//! Source: Part 1, branching; worktree and branch gate [CX-WT-001].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { severity: Severity::Info, off: true, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(git) = workspace.surroundings.git.as_ref().filter(|git| git.is_on_main()) else { return };
    let past = git.pasts.get(&*packet.path);
    let is_edited = past.is_some_and(|past| past.committed.document.text != packet.text);
    if is_edited && packet.facts().status == Some(Status::InProgress) {
        let place =
            packet.field(Label::Status).map_or_else(|| packet.place_for(Label::Status), |field| field.name);
        report.at(place, "in progress, and edited on the main branch");
    }
}
