//! # The gate cannot read IN_SCOPE_PATHS
//!
//! It reads `- IN_SCOPE_PATHS:` and `-` items that are a path and nothing more; of any other form it makes an empty list, and then nothing is checked.
//!
//! ````md,bad
//! - **IN_SCOPE_PATHS**:
//!   - src/batch.rs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/batch.rs
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::field::Bold;
use crate::document::field::Form;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::InScopePaths) else { return };
    let paths = packet.paths(Label::InScopePaths);
    if paths.is_empty() {
        return;
    }
    if field.form != Form::Bullet('-') || field.bold != Bold::No {
        report.at(field.name, "the gate reads this list only under `- IN_SCOPE_PATHS:`");
    } else if let Some(entry) = paths.iter().find(|entry| entry.marker != Some('-')) {
        report.at(entry.range, "the gate reads only items that begin with `-`");
    } else if let Some(entry) = paths.iter().find(|entry| !entry.note.of(&packet.text).trim().is_empty()) {
        let note = entry.note.of(&packet.text).trim();
        report.at(entry.range, format!("the gate takes `{note}` for a part of the path"));
    }
}
