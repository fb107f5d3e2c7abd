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
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let paths = packet.paths(Label::InScopePaths);
    for entry in paths {
        let holder = paths.iter().find(|other| {
            let folder = other.path.trim_end_matches('/');
            other.form == PathForm::Directory
                && entry.path.strip_prefix(folder).is_some_and(|rest| rest.len() > 1 && rest.starts_with('/'))
        });
        if let Some(holder) = holder {
            let message = format!("`{}` lies in `{}`, which is in scope", entry.path, holder.path);
            let finding =
                report.at(entry.range, message).related(packet.path.clone(), holder.range, "the directory");
            if entry.marker.is_some() {
                finding.fix("Remove it", Safety::Review, vec![packet.without_lines(entry.range)]);
            }
        }
    }
}
