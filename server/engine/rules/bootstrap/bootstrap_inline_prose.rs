//! # A BOOTSTRAP list is written on its label's line
//!
//! One entry per line can be checked, counted and opened; `Some files` cannot.
//!
//! ````md,bad
//! - FILES_TO_OPEN: Some files
//! ````
//!
//! ````md,bad
//! - SEARCH_TERMS: "Batch", "flush"
//! ````
//!
//! ````md,good
//! - FILES_TO_OPEN:
//!   - src/store.rs
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::field::Form;
use crate::document::list::Written;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    // RUN_COMMANDS belongs into a fence, which another rule says.
    for label in [Label::FilesToOpen, Label::SearchTerms, Label::RiskMap] {
        let Some(field) = packet.field(label) else { continue };
        if packet.items(field).written == Written::Inline && packet.placeholder_of(field).is_none() {
            let name = field.spec().name;
            let words = packet.value_of(field).text;
            let finding = report.at(field.value, format!("{name} is `{words}`; write one entry per line"));
            let entries: Vec<&str> =
                packet.items(field).list.iter().map(|item| item.head.of(&packet.text)).collect();
            if entries.len() > 1 && !matches!(field.form, Form::Heading(_)) {
                let below = format!("{}{}- ", packet.line_end(), packet.indent_below(field));
                let lines: String = entries.iter().map(|entry| format!("{below}{entry}")).collect();
                let start =
                    field.line.start + packet.text[field.line.start..field.value.start].trim_end().len();
                let edit = Edit::replace(Range::new(start, field.line.end), lines);
                finding.fix("Write one entry per line", Safety::Review, vec![edit]);
            }
        }
    }
}
