//! # SPEC_ANCHOR still holds a placeholder
//!
//! The template's placeholder points nowhere.
//!
//! ````md,bad
//! - SPEC_ANCHOR: <fill>
//! ````
//!
//! ````md,good
//! - SPEC_ANCHOR: 2.1.1 Batches
//! ````
//!
//! Source: Part 5.2 [CX-601].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::document::placeholder::{self, Class};
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for field in document.fields().all(Label::SpecAnchor).filter(|field| !field.in_report) {
        let said = document.said(field);
        match placeholder::class_with_note(said.text) {
            None | Some(Class::Empty) => {}
            // placeholder-template-variable speaks of these.
            Some(_) if said.text.contains("{{") => {}
            Some(_) => _ = report.at(said.range, format!("SPEC_ANCHOR is still `{}`", said.text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn template_variable_is_told_elsewhere() {
        check(
            &RULE,
            "\
- SPEC_ANCHOR: {{SPEC_ANCHOR}}
",
        );
    }
}
