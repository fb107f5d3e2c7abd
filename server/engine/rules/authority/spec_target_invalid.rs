//! # SPEC_TARGET is not the spec pointer
//!
//! Closure is judged by whatever the pointer names at that time, never by a fixed version.
//!
//! ````md,bad
//! - SPEC_TARGET: Demo_Master_Spec_v02.001.md
//! ````
//!
//! ````md,good
//! - SPEC_TARGET: .GOV/roles_shared/SPEC_CURRENT.md
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::label::labels_equal;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    // SPEC_TARGET_RESOLVED says what the pointer named once, and is another field.
    let Some(field) = document
        .fields()
        .all(Label::SpecTarget)
        .find(|field| !field.in_report && labels_equal(field.name.of(&document.text), "SPEC_TARGET"))
    else {
        return;
    };
    let value = document.value_of(field);
    let pointer = &document.config.layout.spec_pointer;
    let name = pointer.rsplit('/').next().unwrap_or(pointer);
    if placeholder::class_with_note(value.text).is_none() && !value.text.contains(name) {
        report
            .at(value.range, format!("`{}` is not {pointer}", value.text))
            .replace(value.range, pointer.as_str());
    }
}
