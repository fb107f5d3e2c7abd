//! # A path in IN_SCOPE_PATHS leaves the repository
//!
//! What lies above the root is not under version control of this project.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/../../other/a.rs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/../other/a.rs
//! ````
//!
//! Source: Part 3.5 [CX-604]; repo boundary rules.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for entry in packet.paths(Label::InScopePaths) {
        let mut depth = 0;
        let escapes = entry.path.split('/').any(|part| {
            depth += match part {
                "" | "." => 0,
                ".." => -1,
                _ => 1,
            };
            depth < 0
        });
        if escapes {
            report.at(entry.range, format!("`{}` leads out of the repository", entry.range.of(&packet.text)));
        }
    }
}
