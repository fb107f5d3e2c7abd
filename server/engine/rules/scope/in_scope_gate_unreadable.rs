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
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Info, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::InScopePaths) else { return };
    let paths = packet.paths(Label::InScopePaths);
    if paths.is_empty() {
        return;
    }
    if field.form != Form::Bullet('-') || field.bold != Bold::No {
        let finding = report.at(field.name, "the gate reads this list only under `- IN_SCOPE_PATHS:`");
        if !matches!(field.form, Form::Heading(_)) {
            let label = Range::new(field.line.start, field.value.start);
            let space = if field.value.is_empty() { "" } else { " " };
            let edit = Edit::replace(label, format!("- IN_SCOPE_PATHS:{space}"));
            finding.fix("Write `- IN_SCOPE_PATHS:`", Safety::Review, vec![edit]);
        }
    } else if let Some(entry) = paths.iter().find(|entry| entry.marker != Some('-')) {
        let finding = report.at(entry.range, "the gate reads only items that begin with `-`");
        if paths.iter().all(|entry| matches!(entry.marker, Some('-' | '*' | '+'))) {
            let starred = paths.iter().filter(|entry| entry.marker != Some('-'));
            let edits = starred.filter_map(|entry| {
                let line = packet.line_at(entry.range.start);
                let at = line.start + line.of(&packet.text).find(['*', '+'])?;
                Some(Edit::replace(Range::new(at, at + 1), "-"))
            });
            finding.fix("Begin each item with `-`", Safety::Review, edits.collect());
        }
    } else if let Some(entry) = paths.iter().find(|entry| !entry.note.of(&packet.text).trim().is_empty()) {
        let note = entry.note.of(&packet.text).trim();
        report.at(entry.range, format!("the gate takes `{note}` for a part of the path"));
    }
}
