//! # A directory in IN_SCOPE_PATHS is too wide
//!
//! `src/` allows everything; a list that allows everything says nothing.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - IN_SCOPE_PATHS:
//!   - src/backend/
//! //- git:
//! tracked src/backend/migrations/0001.sql
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/backend/migrations/
//! ````
//!
//! Source: Part 3.5 [CX-604].

use std::collections::BTreeMap;

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

/// A directory with fewer parts is too wide.
const NARROW: usize = 3;

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in packet.paths(Label::InScopePaths) {
        let segments = entry.path.split('/').filter(|segment| !segment.is_empty()).count();
        if entry.form == PathForm::Directory && segments < NARROW {
            let finding = report.at(
                entry.range,
                format!("`{}` is too wide; name the files, or a directory further down", entry.path),
            );
            if let Some(git) = &workspace.surroundings.git {
                for below in narrower(&entry.path, &git.tracked) {
                    finding.replace(entry.range, below);
                }
            }
        }
    }
}

/// How many directories are offered; completion has them all.
const MOST: usize = 6;

/// The directories below one that are narrow enough, those with the most files first.
fn narrower(directory: &str, tracked: &[String]) -> Vec<String> {
    let inside = format!("{}/", directory.trim_end_matches('/'));
    let first = tracked.partition_point(|path| *path < inside);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for path in tracked.iter().skip(first).take_while(|path| path.starts_with(&inside)) {
        if let Some((end, _)) = path.match_indices('/').nth(NARROW - 1) {
            *counts.entry(&path[..=end]).or_default() += 1;
        }
    }
    let mut found: Vec<(&str, usize)> = counts.into_iter().collect();
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    found.into_iter().take(MOST).map(|(path, _)| path.to_string()).collect()
}
