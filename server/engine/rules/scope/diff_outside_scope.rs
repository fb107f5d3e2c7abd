//! # Files outside IN_SCOPE_PATHS were changed
//!
//! The Validator compares the files that changed since MERGE_BASE_SHA with IN_SCOPE_PATHS and calls the rest scope creep.
//! The packet itself, its refinement, the board, the audit and the gates logs may always change. This is looked at while
//! the packet is In Progress and its own branch, which ends in its id, is checked out. A waiver of the scope makes it a
//! warning. Files that git neither tracks nor ignores count, too.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! - MERGE_BASE_SHA: 0123456789012345678901234567890123456789
//! - IN_SCOPE_PATHS:
//!   - src/storage/
//! //- git:
//! branch feat/WP-1-Example
//! base 0123456789012345678901234567890123456789 2
//! changed src/main.rs
//! changed src/storage/batch.rs
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** In Progress
//! - MERGE_BASE_SHA: 0123456789012345678901234567890123456789
//! - IN_SCOPE_PATHS:
//!   - src/storage/
//! //- git:
//! branch feat/WP-1-Example
//! base 0123456789012345678901234567890123456789 2
//! changed .GOV/task_packets/WP-1-Example.md
//! changed src/storage/batch.rs
//! ````
//!
//! Source: Part 3.5 [CX-604]; waivers: [CX-573F].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::{PathEntry, PathForm};
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;
use crate::workspace::git::Base;

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(git) = workspace.surroundings.git.as_ref().filter(|git| git.is_work_of(packet)) else { return };
    let Some(Base::Before { changed, .. }) = git.base_of(packet) else { return };
    let Some(field) = packet.field(Label::InScopePaths) else { return };
    let scope = packet.paths(Label::InScopePaths);
    if scope.is_empty() {
        return;
    }
    let is_outside = |path: &&String| {
        !scope.iter().any(|entry| covers(entry, path)) && !always_may(packet, workspace, path)
    };
    let outside: Vec<&String> = changed.iter().chain(&git.untracked).filter(is_outside).collect();
    let Some(first) = outside.first() else { return };
    let message = match outside.len() {
        1 => format!("`{first}` changed and is not in IN_SCOPE_PATHS"),
        count => format!("`{first}` and {} more files changed and are not in IN_SCOPE_PATHS", count - 1),
    };
    let finding = report.at(field.name, message);
    let lines: Vec<String> = outside.iter().map(|path| path.to_string()).collect();
    if let Some(edit) = packet.with_entries(field, &lines).filter(|_| !packet.is_locked()) {
        finding.fix("Add them to IN_SCOPE_PATHS", Safety::Review, vec![edit]);
    }
    if is_waived(packet) {
        finding.severity(Severity::Warning);
    }
}

fn covers(entry: &PathEntry, path: &str) -> bool {
    match entry.form {
        PathForm::File => entry.path == path,
        // What a pattern means beyond its fixed part is for in-scope-glob to ask.
        PathForm::Glob => path.starts_with(entry.path.split(['*', '?', '[']).next().unwrap_or("")),
        PathForm::Directory | PathForm::Prose => {
            let folder = entry.path.trim_end_matches('/');
            path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        }
    }
}

fn always_may(packet: &Document, workspace: &Workspace, path: &str) -> bool {
    let layout = &workspace.config.layout;
    let shared = [&layout.task_board, &layout.signature_audit, &layout.gates];
    let refinement = format!("{}/{}.md", layout.refinements, packet.stem());
    shared.iter().any(|shared| *shared == path)
        || *path == *packet.path
        || path == refinement
        || packet.facts().refinement_file.as_deref() == Some(path)
        || path.ends_with("VALIDATOR_GATES.json")
        || path.contains("/validator_gates/")
}

fn is_waived(packet: &Document) -> bool {
    let waivers = packet.section("WAIVERS_GRANTED").map(|section| section.body.of(&packet.text));
    waivers.is_some_and(|text| {
        text.to_ascii_lowercase().lines().any(|line| line.contains("scope") && line.contains("waiver"))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn another_branch_may_hold_the_work_of_others() {
        check(
            &RULE,
            "\
- **Status:** In Progress
- MERGE_BASE_SHA: 0123456789012345678901234567890123456789
- IN_SCOPE_PATHS:
  - src/storage/
//- git:
branch main
base 0123456789012345678901234567890123456789 2
changed src/main.rs
",
        );
    }

    #[test]
    fn several_files_are_one_finding() {
        check(
            &RULE,
            "\
- **Status:** In Progress
- MERGE_BASE_SHA: 0123456789012345678901234567890123456789
- IN_SCOPE_PATHS:
  ^^^^^^^^^^^^^^ `justfile` and 1 more files changed and are not in IN_SCOPE_PATHS
  - src/storage/*.rs
//- git:
branch feat/WP-1-Example
base 0123456789012345678901234567890123456789 2
changed justfile
changed src/main.rs
changed src/storage/batch.rs
",
        );
    }

    #[test]
    fn file_that_nobody_added_counts() {
        check(
            &RULE,
            "\
- **Status:** In Progress
- MERGE_BASE_SHA: 0123456789012345678901234567890123456789
- IN_SCOPE_PATHS:
  ^^^^^^^^^^^^^^ `src/draft.rs` changed and is not in IN_SCOPE_PATHS
  - src/storage/
//- git:
branch feat/WP-1-Example
base 0123456789012345678901234567890123456789 2
untracked src/draft.rs
untracked src/storage/new.rs
",
        );
    }
}
