//! # An entry of FILES_TO_OPEN names no file
//!
//! `the storage code` and `src/` leave the Coder searching; an exact path does not.
//!
//! ````md,bad
//! - FILES_TO_OPEN:
//!   - the storage code
//! ````
//!
//! ````md,good
//! - FILES_TO_OPEN:
//!   - src/server/storage/revisions.rs
//! ````
//!
//! Source: Part 3.5 [CX-608].

use super::is_vague;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::list::Written;
use crate::document::paths::PathForm;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::FilesToOpen) else { return };
    // A list on the label's own line is one cause, which another rule says.
    if packet.items(field).written == Written::Inline {
        return;
    }
    for entry in packet.paths(Label::FilesToOpen).iter().filter(|entry| is_vague(entry)) {
        let words = entry.range.of(&packet.text);
        let message = match entry.form {
            PathForm::Directory => format!("`{words}` is too wide; name the files"),
            _ => format!("`{words}` is not a path"),
        };
        report.at(entry.range, message);
    }
}
