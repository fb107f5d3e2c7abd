//! # Two status fields say different things
//!
//! Gates read the first, people the last.
//!
//! ````md,bad
//! - **Status:** Done
//!
//! **Status:** In Progress
//! ````
//!
//! ````md,good
//! - **Status:** Done
//! ````
//!
//! Source: Part 3.5 [CX-601].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let mut fields = packet.fields().all(Label::Status).filter(|field| !field.in_report);
    let Some(first) = fields.next() else { return };
    let Some(status) = Status::of(packet.value_of(first).text) else { return };
    for field in fields {
        let value = packet.value_of(field);
        // A sentence that begins with `Status:` is prose.
        if Status::of(value.text).is_some_and(|other| other != status) {
            let message = format!("`{}` here, `{}` above", value.text, packet.value_of(first).text);
            report.at(value.range, message).related(packet.path.clone(), first.line, "the first status");
        }
    }
}
