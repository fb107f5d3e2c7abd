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
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use std::collections::HashSet;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let mut seen = HashSet::new();
    for entry in packet.paths(Label::InScopePaths) {
        if !seen.insert(&entry.path) {
            report.at(entry.range, format!("`{}` is listed twice", entry.path));
        }
    }
}
