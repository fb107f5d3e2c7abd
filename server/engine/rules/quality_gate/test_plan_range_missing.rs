//! # `just post-work` has no range although the work took several commits
//!
//! Without `--range` the gate looks at the last commit alone. This is looked at while the packet is In Progress and its
//! own branch, which ends in its id, is checked out.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! - MERGE_BASE_SHA: 0123456789012345678901234567890123456789
//! ### TEST_PLAN
//! ```bash
//! just post-work WP-1-Example
//! ```
//! //- git:
//! branch feat/WP-1-Example
//! base 0123456789012345678901234567890123456789 3
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! - MERGE_BASE_SHA: 0123456789012345678901234567890123456789
//! ### TEST_PLAN
//! ```bash
//! just post-work WP-1-Example --range 0123456789012345678901234567890123456789..HEAD
//! ```
//! //- git:
//! branch feat/WP-1-Example
//! base 0123456789012345678901234567890123456789 3
//! ````
//!
//! Source: Part 8 [CX-640].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::workspace::Workspace;
use crate::workspace::git::Base;

pub const RULE: Rule = Rule {
    severity: Severity::Info,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(git) = workspace.surroundings.git.as_ref().filter(|git| git.is_work_of(packet)) else { return };
    let Some(Base::Before { commits, .. }) = git.base_of(packet) else { return };
    let Some(field) = packet.field(Label::TestPlan) else { return };
    let commands = packet.commands(field);
    let mut gates = commands.iter().filter(|command| command.text.starts_with("just post-work"));
    let Some(gate) = gates.next().filter(|gate| *commits > 1 && !gate.text.contains("--range")) else {
        return;
    };
    if gates.all(|gate| !gate.text.contains("--range")) {
        let finding =
            report.at(gate.range, format!("no `--range` although MERGE_BASE_SHA is {commits} commits back"));
        if let Some(base) =
            packet.filled(Label::MergeBaseSha).filter(|_| gate.range.of(&packet.text) == gate.text)
        {
            let range = format!(" --range {}..HEAD", base.text);
            finding.fix("Append the range", Safety::Review, vec![Edit::insert(gate.range.end, range)]);
        }
    }
}
