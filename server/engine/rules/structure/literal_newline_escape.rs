//! # A literal `\n` hides a heading
//!
//! Some shells write `\n` as two characters; the heading behind it never begins a line, and its section is gone.
//!
//! ````md,bad
//! - Task Board: .GOV/roles_shared/TASK_BOARD.md\n\n## EVIDENCE_MAPPING
//! ````
//!
//! ````md,good
//! - Task Board: .GOV/roles_shared/TASK_BOARD.md
//!
//! ## EVIDENCE_MAPPING
//! ````
//!
//! Source: Part 1, deterministic manifest and gate.

use super::hidden_heading::hidden_headings;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::edit::Edit;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub, Kind::Refinement],
    severity: Severity::Warning,
    fix: FixPolicy::Safe,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let text = &document.text;
    for hidden in hidden_headings(document) {
        let escapes = hidden.escapes.of(text);
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        report
            .at(
                hidden.escapes.cover(hidden.heading),
                format!("the literal `{escapes}` hides the heading `{}`", hidden.heading.of(text)),
            )
            .fix(
                "Replace by line breaks",
                Safety::Safe,
                vec![Edit::replace(hidden.escapes, escapes.replace("\\n", line_end))],
            );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{check, check_fix};

    #[test]
    fn escapes_become_line_breaks() {
        check_fix(&RULE, "- NONE\\n\\n## NOTES\n", "- NONE\n\n## NOTES\n");
        check_fix(&RULE, "- NONE\\n## NOTES\r\n", "- NONE\r\n## NOTES\r\n");
    }

    #[test]
    fn finding_covers_escape_and_heading() {
        check(
            &RULE,
            "\
- NONE\\n## NOTES (late)
      ^^^^^^^^^^^^^^^^^ the literal `\\n` hides the heading `## NOTES (late)`
",
        );
    }
}
