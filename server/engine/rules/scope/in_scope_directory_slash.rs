//! # A directory in IN_SCOPE_PATHS has no slash at its end
//!
//! With the slash everybody reads a directory; without it a file that has no extension.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/backend/jobs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/backend/jobs/
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::workspace::Workspace;
use crate::workspace::surroundings::Presence;

pub const RULE: Rule = Rule {
    severity: Severity::Hint,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in packet.paths(Label::InScopePaths) {
        // Anything wider is told elsewhere.
        let deep = entry.path.split('/').count() >= 3 && !entry.path.ends_with('/');
        let is_directory = match workspace.surroundings.presence(&entry.path) {
            Some(Presence::Directory) => true,
            Some(Presence::File) => false,
            Some(Presence::Missing) | None => entry.form == PathForm::Directory,
        };
        if deep && is_directory {
            report.at(entry.range, format!("`{}` is a directory; end it with `/`", entry.path)).fix(
                "Add `/`",
                Safety::Review,
                vec![Edit::insert(entry.range.end, "/")],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{check, check_fix};

    #[test]
    fn the_slash_stands_inside_the_backticks() {
        check_fix(
            &RULE,
            "- IN_SCOPE_PATHS:\n  - `src/a/b` (new)\n",
            "- IN_SCOPE_PATHS:\n  - `src/a/b/` (new)\n",
        );
    }

    #[test]
    fn what_is_a_file_on_disk_is_none() {
        check(
            &RULE,
            "//- .GOV/task_packets/WP-1-Example.md\n- IN_SCOPE_PATHS:\n  - .GOV/roles/bin/tool\n//- .GOV/roles/bin/tool\nx\n",
        );
    }
}
