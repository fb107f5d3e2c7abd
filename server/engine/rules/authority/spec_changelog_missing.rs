//! # A new version of the specification has no entry in its CHANGELOG
//!
//! Every new version says in its own CHANGELOG what changed and why, under its own number. Only files that the last commit
//! does not have yet, or that came since a packet's merge base, are looked at.
//!
//! ````md,bad
//! //- Demo_Master_Spec_v02.002.md
//! # Demo
//! ## CHANGELOG
//! - v02.001: first version
//! //- git:
//! tracked Demo_Master_Spec_v02.001.md
//! ````
//!
//! ````md,good
//! //- Demo_Master_Spec_v02.002.md
//! # Demo
//! ## CHANGELOG
//! - v02.002: batches are kept in order
//! - v02.001: first version
//! //- git:
//! tracked Demo_Master_Spec_v02.001.md
//! ````
//!
//! Source: Part 2.5.2.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;
use crate::workspace::git::{Base, Git};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Spec],
    severity: Severity::Warning,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(spec: &Document, workspace: &Workspace, report: &mut Report) {
    if !workspace.surroundings.git.as_ref().is_some_and(|git| is_new(git, &spec.path)) {
        return;
    }
    let Some(at) = spec.stem().rfind("_v") else { return };
    let Some(version) = spec.stem().get(at + 1..) else { return };
    if !has_entry(&spec.text, version) {
        report.at(spec.place_in("CHANGELOG"), format!("no `{version}` in the CHANGELOG of this new version"));
    }
}

fn is_new(git: &Git, path: &str) -> bool {
    let came_since = |base: &Base| match base {
        Base::Before { changed, .. } => changed.iter().any(|changed| changed == path),
        _ => false,
    };
    let is_tracked = git.tracked.binary_search_by(|known| known.as_str().cmp(path)).is_ok();
    !is_tracked || git.added.iter().any(|added| added == path) || git.bases.values().any(came_since)
}

/// Whether a line under a heading that says CHANGELOG names the version.
fn has_entry(text: &str, version: &str) -> bool {
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with('#') {
            let is_changelog = line.to_ascii_lowercase().contains("changelog");
            // Entries may have headings of their own.
            if inside && !is_changelog && names(line, version) {
                return true;
            }
            inside = is_changelog || inside && line.starts_with("###");
        } else if inside && names(line, version) {
            return true;
        }
    }
    false
}

fn names(line: &str, version: &str) -> bool {
    line.match_indices(version).any(|(at, _)| {
        let after = line.get(at + version.len()..).unwrap_or("");
        !after.starts_with(|next: char| next.is_ascii_digit())
    })
}
