//! # A path lies in a directory that is in scope already
//!
//! Either the directory is meant or the file; both together leave open which.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/backend/jobs/
//!   - src/backend/jobs/queue.rs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/backend/jobs/
//!   - src/backend/jobs.rs
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let paths = packet.paths(Label::InScopePaths);
    for entry in paths {
        let holder = paths.iter().find(|other| {
            let folder = other.path.trim_end_matches('/');
            other.form == PathForm::Directory
                && entry.path.strip_prefix(folder).is_some_and(|rest| rest.len() > 1 && rest.starts_with('/'))
        });
        if let Some(holder) = holder {
            report
                .at(entry.range, format!("`{}` lies in `{}`, which is in scope", entry.path, holder.path))
                .related(packet.path.clone(), holder.range, "the directory");
        }
    }
}
