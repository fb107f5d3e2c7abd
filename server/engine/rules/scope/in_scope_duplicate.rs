//! # A path is in scope twice
//!
//! A list that repeats itself was not read again.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/a.rs
//!   - src/a.rs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/a.rs
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use std::collections::HashSet;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let mut seen = HashSet::new();
    for entry in packet.paths(Label::InScopePaths) {
        if !seen.insert(&entry.path) {
            let finding = report.at(entry.range, format!("`{}` is listed twice", entry.path));
            if entry.marker.is_some() {
                finding.fix("Remove it", Safety::Review, vec![packet.without_lines(entry.range)]);
            }
        }
    }
}
