//! # FILES_TO_OPEN names no file that the work changes
//!
//! Who is to change a file reads it first.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - IN_SCOPE_PATHS:
//!   - src/store.rs
//! - FILES_TO_OPEN:
//!   - src/query.rs
//! //- src/store.rs
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - IN_SCOPE_PATHS:
//!   - src/store.rs
//! - FILES_TO_OPEN:
//!   - src/
//! //- src/store.rs
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;
use crate::workspace::surroundings::Presence;

pub const RULE: Rule = Rule {
    severity: Severity::Info,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(field) = packet.field(Label::FilesToOpen) else { return };
    let opened = packet.paths(Label::FilesToOpen);
    let scope = packet.paths(Label::InScopePaths);
    let changed: Vec<&str> = scope
        .iter()
        .filter(|entry| workspace.surroundings.presence(&entry.path) == Some(Presence::File))
        .map(|entry| entry.path.as_str())
        .collect();
    // What nobody looked for may be there.
    let is_unknown = |path: &str| workspace.surroundings.presence(path).is_none();
    let mut unknown = scope.iter().map(|entry| entry.path.as_str()).filter(|path| is_unknown(path));
    if unknown.any(|path| opened.iter().any(|entry| covers(&entry.path, path))) {
        return;
    }
    if opened.is_empty() || changed.iter().any(|path| opened.iter().any(|entry| covers(&entry.path, path))) {
        return;
    }
    if let Some(first) = changed.first() {
        let finding =
            report.at(field.name, format!("FILES_TO_OPEN has no file of IN_SCOPE_PATHS, such as `{first}`"));
        if let Some(edit) = packet.with_entry(field, first) {
            finding.fix(format!("Add `{first}`"), Safety::Review, vec![edit]);
        }
    }
}

/// Whether an entry is the file or a folder above it.
fn covers(entry: &str, file: &str) -> bool {
    let rest = file.strip_prefix(entry.trim_end_matches('/'));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
