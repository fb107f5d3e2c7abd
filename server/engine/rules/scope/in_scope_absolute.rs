//! # A path in IN_SCOPE_PATHS is absolute
//!
//! It exists on one machine only, and the gate compares paths below the repository root.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - C:\work\store\src\batch.rs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/batch.rs
//! ````
//!
//! Source: Part 3.5 [CX-604]; drive-agnostic governance [CX-109].

use super::is_absolute;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::path::from_a_root;

pub const RULE: Rule =
    Rule { severity: Severity::Error, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for entry in packet.paths(Label::InScopePaths) {
        let written = entry.range.of(&packet.text);
        if is_absolute(written) {
            let finding =
                report.at(entry.range, format!("`{written}` is absolute; write it from the repository root"));
            if let Some(path) = from_a_root(written) {
                finding.replace(entry.range, path);
            }
        }
    }
}
