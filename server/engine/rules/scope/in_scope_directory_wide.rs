//! # A folder in IN_SCOPE_PATHS holds more than 100 files
//!
//! Exact boundaries are 5-20 entries; a folder of hundreds of files bounds nothing. Only files that git tracks count.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - IN_SCOPE_PATHS:
//!   - src/backend/storage/
//! //- git:
//! tracked src/backend/storage 101
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - IN_SCOPE_PATHS:
//!   - src/backend/storage/
//! //- git:
//! tracked src/backend/storage 100
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Surroundings(check), ..Rule::BASE };

const MOST: usize = 100;

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(git) = &workspace.surroundings.git else { return };
    for entry in packet.paths(Label::InScopePaths) {
        if entry.form != PathForm::Directory {
            continue;
        }
        let files = git.files_below(&entry.path);
        if files > MOST {
            report.at(
                entry.range,
                format!("`{}` holds {files} files, at most {MOST} are a boundary", entry.path),
            );
        }
    }
}
