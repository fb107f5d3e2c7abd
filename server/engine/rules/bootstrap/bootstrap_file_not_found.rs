//! # A file of FILES_TO_OPEN does not exist
//!
//! A Coder cannot open it; a file that the work creates says so: `src/new.rs (CREATE)`.
//!
//! ````md,bad
//! - FILES_TO_OPEN:
//!   - src/gone.rs
//! ````
//!
//! ````md,good
//! - FILES_TO_OPEN:
//!   - src/gone.rs (CREATE)
//! ````
//!
//! Source: Part 3.5 [CX-608].

use super::is_vague;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::nearest::nearest_path;
use crate::workspace::Workspace;
use crate::workspace::surroundings::Presence;

pub const RULE: Rule = Rule {
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in packet.paths(Label::FilesToOpen) {
        let is_missing = workspace.surroundings.presence(&entry.path) == Some(Presence::Missing);
        // What is too vague or a pattern has a cause of its own.
        let names_one = matches!(entry.form, PathForm::File | PathForm::Directory) && !is_vague(entry);
        if is_missing && names_one && !entry.is_new(&packet.text) {
            let finding = report.at(entry.range, format!("`{}` does not exist", entry.path));
            let tracked = workspace.surroundings.git.as_ref().map_or(&[][..], |git| &git.tracked);
            if let Some(near) = nearest_path(&entry.path, tracked.iter().map(String::as_str)) {
                finding.replace(entry.range, near);
            }
        }
    }
}
