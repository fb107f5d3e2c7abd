//! # IN_SCOPE_PATHS holds a pattern
//!
//! A pattern takes in files that nobody thought of; a list of files does not.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/backend/*.rs
//! ````
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/store/*.rs
//! //- git:
//! tracked src/store/batch.rs
//! tracked src/store/deep/other.rs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/backend/jobs.rs
//!   - app/src/[id]/page.tsx
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
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in packet.paths(Label::InScopePaths) {
        let is_name = workspace.surroundings.presence(&entry.path) == Some(Presence::File);
        if entry.form == PathForm::Glob && !is_name {
            let finding = report.at(entry.range, format!("`{}` is a pattern; name the files", entry.path));
            let tracked = workspace.surroundings.git.as_ref().map_or(&[][..], |git| &git.tracked);
            let files: Vec<&str> =
                tracked.iter().filter(|path| matches(&entry.path, path)).map(String::as_str).collect();
            let line = packet.line_at(entry.range.start);
            let before = packet.text.get(line.start..entry.range.start).filter(|_| entry.marker.is_some());
            if let Some(before) = before.filter(|_| (1..=MOST).contains(&files.len())) {
                let words = files.join(&format!("{}{before}", packet.line_end()));
                finding.fix(
                    format!("Name the {} files", files.len()),
                    Safety::Review,
                    vec![Edit::replace(entry.range, words)],
                );
            }
        }
    }
}

/// More files than this are a directory.
const MOST: usize = 20;

/// Whether a path is one of `folder/*.rs`; patterns with more to them are expanded by a person.
fn matches(pattern: &str, path: &str) -> bool {
    let Some((before, behind)) =
        pattern.split_once('*').filter(|(_, behind)| !behind.contains(['*', '?', '[']))
    else {
        return false;
    };
    let rest = path.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind));
    rest.is_some_and(|rest| !rest.contains('/') && !before.contains(['?', '[']))
}
