//! # MERGE_BASE_SHA does not lead to what is checked out
//!
//! The gate compares against this commit. One that the repository lacks, or that is no ancestor of HEAD, gives it
//! nothing or the work of others to compare with.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - MERGE_BASE_SHA: 0123456789012345678901234567890123456789
//! //- git:
//! base 0123456789012345678901234567890123456789 unknown
//! fork 1111111111111111111111111111111111111111
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - MERGE_BASE_SHA: 0123456789012345678901234567890123456789
//! //- git:
//! base 0123456789012345678901234567890123456789 4
//! ````
//!
//! Source: Part 8 [CX-640].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;
use crate::workspace::git::Base;

pub const RULE: Rule = Rule {
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(git) = &workspace.surroundings.git else { return };
    let Some(written) = packet.filled(Label::MergeBaseSha) else { return };
    let short = written.text.get(..10).unwrap_or(written.text);
    let message = match git.base_of(packet) {
        Some(Base::Unknown) => format!("no commit `{short}` in this repository"),
        Some(Base::Apart) => format!("commit `{short}` is no ancestor of what is checked out"),
        _ => return,
    };
    let finding = report.at(written.range, message);
    if let Some(fork) = git.fork.as_ref().filter(|fork| !written.text.eq_ignore_ascii_case(fork)) {
        finding.replace(written.range, fork);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn commit_on_another_branch_is_told() {
        check(
            &RULE,
            "\
- MERGE_BASE_SHA: 0123456789012345678901234567890123456789
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commit `0123456789` is no ancestor of what is checked out
//- git:
base 0123456789012345678901234567890123456789 apart
",
        );
    }

    #[test]
    fn nothing_is_known_without_a_repository() {
        check(&RULE, "- MERGE_BASE_SHA: 0123456789012345678901234567890123456789\n");
    }
}
