//! # The refinement differs from what was approved
//!
//! The user approved this text and no other; a change needs a fresh signature. Line ends and spaces at the end of a line do not
//! matter.
//!
//! ````md,bad
//! //- .GOV/refinements/WP-1-Example.md
//! - USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Example
//! - USER_SIGNATURE: mara050320260915
//! - CLEARLY_COVERS_REASON: all of it
//! //- HEAD:.GOV/refinements/WP-1-Example.md
//! - USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Example
//! - USER_SIGNATURE: mara050320260915
//! - CLEARLY_COVERS_REASON: most of it
//! ````
//!
//! ````md,good
//! //- .GOV/refinements/WP-1-Example.md
//! - USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Example
//! - USER_SIGNATURE: mara050320260915
//! - CLEARLY_COVERS_REASON: all of it
//! //- HEAD:.GOV/refinements/WP-1-Example.md
//! - USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Example
//! - USER_SIGNATURE: mara050320260915
//! - CLEARLY_COVERS_REASON: all of it
//! //- HEAD~1:.GOV/refinements/WP-1-Example.md
//! - USER_APPROVAL_EVIDENCE: <pending>
//! - USER_SIGNATURE: <pending>
//! - CLEARLY_COVERS_REASON: most of it
//! ````
//!
//! Source: Part 2.5.2 [CX-585A].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::encoding::repair;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Refinement],
    severity: Severity::Warning,
    fix: FixPolicy::Never,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(refinement: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(git) = &workspace.surroundings.git else { return };
    let Some(approved) = git.approved.get(&*refinement.path) else { return };
    let was = repaired(&approved.document.text);
    let now = repaired(&refinement.text);
    let mut lines = now.lines().map(str::trim_end).zip(was.lines().map(str::trim_end));
    let differs = lines.position(|(now, was)| now != was);
    let (now, was) = (count(&now), count(&was));
    // One of them is the beginning of the other.
    let Some(line) = differs.or_else(|| (now != was).then_some(now.min(was))) else { return };
    let last = refinement.lines().line_count().saturating_sub(1);
    let range = refinement.lines().line_range(&refinement.text, line.min(last));
    let place = if range.is_empty() { refinement.place_in("TECHNICAL_REFINEMENT") } else { range };
    report.at(place, format!("differs from what was approved (commit `{}`)", approved.short()));
}

/// A text without byte order mark, and as it was before it was decoded wrongly.
fn repaired(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    repair(text).unwrap_or_else(|| text.to_string())
}

/// The lines up to the last one that says anything.
fn count(text: &str) -> usize {
    text.trim_end().lines().count()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn what_was_added_at_the_end_is_told_and_spaces_are_not() {
        let approved =
            "- USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Example\n- USER_SIGNATURE: mara050320260915\n";
        let past = format!("//- HEAD:.GOV/refinements/WP-1-Example.md\n{approved}");
        let spaced = approved.replace('\n', " \r\n");
        check(&RULE, &format!("{spaced}\n{past}"));
        check(
            &RULE,
            &format!("{approved}More.\n^^^^^ differs from what was approved (commit `HEAD`)\n{past}"),
        );
    }
}
