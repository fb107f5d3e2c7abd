//! # A field is given twice with different values
//!
//! Gates take the first value, people the last.
//!
//! ````md,bad
//! - REQUESTOR: mara
//! - REQUESTOR: jon
//! ````
//!
//! ````md,good
//! - REQUESTOR: mara
//! ````
//!
//! Source: Part 1, deterministic manifest and gate.

use crate::document::Document;
use crate::document::contract::Shape;
use crate::document::contract::label::Label;
use crate::document::field::Field;
use crate::document::kind::Kind;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Warning,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for field in document.fields().list.iter().filter(|field| is_single(field)) {
        // A waiver has a date and a message type a role of its own: only the same section speaks of the same thing.
        let twin = |first: &&Field| first.line != field.line && first.section == field.section;
        let Some(first) = document.field(field.label).filter(twin) else { continue };
        let (value, other) = (document.value_of(field), document.value_of(first));
        let said = [value, other].iter().all(|value| placeholder::class_with_note(value.text).is_none());
        if said && value.text != other.text {
            report
                .at(
                    value.range,
                    format!("{} is `{}` here, `{}` above", field.spec().name, value.text, other.text),
                )
                .related(document.path.clone(), first.line, "the first value, which gates read");
        }
    }
}

/// Fields of METADATA that a file has once. Status and signature have rules of their own.
fn is_single(field: &Field) -> bool {
    let spec = field.spec();
    !field.in_report
        && spec.home == "METADATA"
        && spec.shape == Shape::Inline
        && spec.parent.is_none()
        && !matches!(field.label, Label::Status | Label::UserSignature | Label::SignatureLocked)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{check, run};

    #[test]
    fn second_value_is_told() {
        check(
            &RULE,
            "\
- **TASK_ID:** WP-1-One
- TASK_ID: `WP-1-Two`
            ^^^^^^^^ TASK_ID is `WP-1-Two` here, `WP-1-One` above
",
        );
    }

    #[test]
    fn same_value_in_another_spelling_is_no_conflict() {
        assert!(run(&RULE, "- ROLE: Orchestrator\n\n- **ROLE**: `Orchestrator`\n").1.is_empty());
        assert!(run(&RULE, "- REQUESTOR: mara\n## EVIDENCE\n- REQUESTOR: jon\n").1.is_empty());
    }

    #[test]
    fn date_of_a_waiver_is_not_the_date_of_the_packet() {
        assert!(
            run(&RULE, "## METADATA\n- DATE: 2026-03-05\n## WAIVERS GRANTED\n- Date: 2026-03-06\n")
                .1
                .is_empty()
        );
    }
}
