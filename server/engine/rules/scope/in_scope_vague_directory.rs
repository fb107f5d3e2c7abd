//! # A directory in IN_SCOPE_PATHS is too wide
//!
//! `src/` allows everything; a list that allows everything says nothing.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/backend/
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/backend/migrations/
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    for entry in packet.paths(Label::InScopePaths) {
        let segments = entry.path.split('/').filter(|segment| !segment.is_empty()).count();
        if entry.form == PathForm::Directory && segments <= 2 {
            report.at(
                entry.range,
                format!("`{}` is too wide; name the files, or a directory further down", entry.path),
            );
        }
    }
}
