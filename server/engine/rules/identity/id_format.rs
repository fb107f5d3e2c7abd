//! # The id is not `WP-{phase}-{name}`
//!
//! Gates and boards find ids by this form.
//!
//! ````md,bad
//! - TASK_ID: WP-Export
//! ````
//!
//! ````md,good
//! - TASK_ID: WP-1-Export
//! ````
//!
//! Source: Part 3.5 [CX-600].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::is_wp_id;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for label in [Label::TaskId, Label::WpId] {
        let Some(value) = document.value(label) else { continue };
        if placeholder::class_with_note(value.text).is_none() && !is_wp_id(value.text) {
            report.at(value.range, format!("`{}` is not of the form WP-1-Name", value.text));
        }
    }
}
