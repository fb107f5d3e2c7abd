//! # The signature is not `{name}{DDMMYYYYHHMM}`
//!
//! A signature is a lower-case name and twelve digits; anything else cannot be checked against the audit.
//!
//! ````md,bad
//! - USER_SIGNATURE: mara2912
//! ````
//!
//! ````md,good
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! Source: Part 2.5 [CX-585A].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for label in [Label::UserSignature, Label::SignatureLocked] {
        let Some(field) = document.field(label) else { continue };
        let value = document.value_of(field);
        if placeholder::class_with_note(value.text).is_some()
            || document.config.users.signature(value.text).is_some()
        {
            continue;
        }
        report.at(
            value.range,
            format!(
                "`{}` is not a signature: {} and twelve digits, DDMMYYYYHHMM",
                value.text, document.config.users
            ),
        );
    }
}
