//! # A BOOTSTRAP list is written on its label's line
//!
//! One entry per line can be checked, counted and opened; `Some files` cannot.
//!
//! ````md,bad
//! - FILES_TO_OPEN: Some files
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
use crate::document::list::Written;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    // RUN_COMMANDS belongs into a fence, which another rule says.
    for label in [Label::FilesToOpen, Label::SearchTerms, Label::RiskMap] {
        let Some(field) = packet.field(label) else { continue };
        if packet.items(field).written == Written::Inline && packet.placeholder_of(field).is_none() {
            let name = field.spec().name;
            let words = packet.value_of(field).text;
            report.at(field.value, format!("{name} is `{words}`; write one entry per line"));
        }
    }
}
