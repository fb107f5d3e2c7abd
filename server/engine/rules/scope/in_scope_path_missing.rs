//! # A path in IN_SCOPE_PATHS does not exist
//!
//! Exact paths keep a packet checkable; a file that is yet to be made says so in a note: `(new)`.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - IN_SCOPE_PATHS:
//!   - .GOV/roles/coder/PROTOCOLL.md
//! //- .GOV/roles/coder/PROTOCOL.md
//! # Coder
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - IN_SCOPE_PATHS:
//!   - .GOV/roles/coder/PROTOCOL.md
//!   - .GOV/roles/coder/RUBRIC.md (new)
//! //- .GOV/roles/coder/PROTOCOL.md
//! # Coder
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::nearest::nearest_path;
use crate::workspace::Workspace;
use crate::workspace::surroundings::Presence;

pub const RULE: Rule = Rule {
    severity: Severity::Info,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let surroundings = &workspace.surroundings;
    for entry in packet.paths(Label::InScopePaths) {
        // Patterns, words and paths out of the repository have causes of their own.
        let names_one = matches!(entry.form, PathForm::File | PathForm::Directory);
        let is_missing = surroundings.presence(&entry.path) == Some(Presence::Missing);
        if !names_one || !is_missing || entry.is_new(&packet.text) {
            continue;
        }
        let folder = entry.path.trim_end_matches('/').rsplit_once('/').map(|(folder, _)| folder);
        let tracked = surroundings.git.as_ref().map_or(&[][..], |git| &git.tracked);
        let near = nearest_path(&entry.path, tracked.iter().map(String::as_str));
        match folder.filter(|folder| surroundings.presence(folder) == Some(Presence::Missing)) {
            Some(folder) => {
                let message = format!("neither `{}` nor its folder `{folder}` exists", entry.path);
                let finding = report.at(entry.range, message).severity(Severity::Warning);
                near.map(|near| finding.replace(entry.range, near));
            }
            None => {
                let finding = report
                    .at(entry.range, format!("`{}` does not exist; a new file says `(new)`", entry.path));
                near.map(|near| finding.replace(entry.range, near));
            }
        }
    }
}
