//! # IN_SCOPE_PATHS holds a pattern
//!
//! A pattern takes in files that nobody thought of; a list of files does not.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/backend/*.rs
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
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;
use crate::workspace::surroundings::Presence;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in packet.paths(Label::InScopePaths) {
        let is_name = workspace.surroundings.presence(&entry.path) == Some(Presence::File);
        if entry.form == PathForm::Glob && !is_name {
            report.at(entry.range, format!("`{}` is a pattern; name the files", entry.path));
        }
    }
}
