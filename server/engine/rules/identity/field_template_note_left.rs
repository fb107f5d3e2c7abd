//! # A value still carries the template's note
//!
//! Some gates read the whole line; with the note behind it, the value is another one.
//!
//! ````md,bad
//! - MERGE_BASE_SHA: 0123456789012345678901234567890123456789 (git merge-base main HEAD at creation time)
//! ````
//!
//! ````md,good
//! - MERGE_BASE_SHA: 0123456789012345678901234567890123456789
//! ````
//!
//! Source: Part 1, pre-work gate.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;
use crate::text::range::Range;

/// Fields whose template line ends in a note, and whether an exact gate reads them.
const NOTED: &[(Label, bool)] = &[
    (Label::BaseWpId, false),
    (Label::MergeBaseSha, true),
    (Label::AgenticMode, true),
    (Label::OrchestratorModel, false),
    (Label::OrchestrationStarted, false),
    (Label::CoderStrength, true),
    (Label::ApprovalEvidence, true),
    (Label::AmbiguityFound, true),
];

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Hint,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    for &(label, exact) in NOTED {
        let Some(field) = document.field(label) else { continue };
        // While the value is a placeholder the note still helps.
        if document.placeholder_of(field).is_some() {
            continue;
        }
        let value = document.value_of(field);
        let rest = Range::new(value.range.end, field.value.end).of(&document.text);
        let behind = rest.strip_prefix('`').unwrap_or(rest);
        let note = behind.trim_start();
        if !note.starts_with('(') {
            continue;
        }
        let finding = report.at(
            Range::new(field.value.end - note.len(), field.value.end),
            format!("behind `{}` stands the template's note on {}", value.text, field.spec().name),
        );
        finding.fix(
            "Delete the note",
            Safety::Review,
            vec![Edit::delete(Range::new(field.value.end - behind.len(), field.value.end))],
        );
        if exact {
            finding.severity(Severity::Error);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::report::Severity;
    use crate::rules::testing::{check_fix, run};

    #[test]
    fn note_goes_and_the_value_stays() {
        check_fix(
            &RULE,
            "- BASE_WP_ID: `WP-1-Example` (stable ID without -vN; equals WP_ID)\n",
            "- BASE_WP_ID: `WP-1-Example`\n",
        );
    }

    #[test]
    fn exact_gates_make_it_an_error() {
        let found = |line: &str| run(&RULE, line).1.first().map(|finding| finding.severity);
        assert_eq!(found("- AGENTIC_MODE: NO (YES | NO)\n"), Some(Some(Severity::Error)));
        assert_eq!(found("- ORCHESTRATOR_MODEL: GPT (required if AGENTIC_MODE=YES)\n"), Some(None));
    }

    #[test]
    fn own_notes_and_open_placeholders_are_no_leftovers() {
        assert!(run(&RULE, "- ORCHESTRATOR_MODEL: GPT-5.2 (Codex CLI)\n").1.is_empty());
        assert!(run(&RULE, "- AGENTIC_MODE: <pending> (YES | NO)\n").1.is_empty());
    }
}
