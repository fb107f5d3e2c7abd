//! # One signature is used by two work packets
//!
//! A signature approves one thing once. Used again, it approves something its owner never saw.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-First.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/task_packets/WP-1-Second.md
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-First.md
//! - USER_SIGNATURE: mara050320260915
//! //- .GOV/refinements/WP-1-First.md
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! Source: Part 2.5 [CX-585B].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some((_, value)) = document.signature() else { return };
    let written = value.text.split_whitespace().next().unwrap_or("");
    // A row that calls the signature invalid has dealt with its second use.
    if !document.config.users.looks_like_signature(written)
        || workspace.index().audit_rows(written).any(|row| row.invalid)
    {
        return;
    }
    let own = document.stem();
    let Some(other) = workspace.index().uses(written).iter().find(|used| used.wp != own) else { return };
    let finding = report.at(
        value.range,
        format!("signature `{written}` is also used by {}; a signature is spent once", other.wp),
    );
    if let Some(other_document) = workspace.document(&other.path) {
        let range = match other_document.signature() {
            Some((_, value)) => value.range,
            None => crate::text::range::Range::empty(other_document.text.find(written).unwrap_or(0)),
        };
        finding.related(other.path.clone(), range, format!("{} uses it here", other.wp));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{check, run};

    #[test]
    fn both_files_are_told_and_each_names_the_other() {
        check(
            &RULE,
            "\
//- .GOV/task_packets/WP-1-Second.md
- USER_SIGNATURE: mara050320260915
                  ^^^^^^^^^^^^^^^^ signature `mara050320260915` is also used by WP-1-First; a signature is spent once
//- .GOV/task_packets/WP-1-First.md
- USER_SIGNATURE: mara050320260915
",
        );
        let fixture = "//- .GOV/task_packets/WP-1-First.md\n- USER_SIGNATURE: mara050320260915\n\
                       //- .GOV/task_packets/WP-1-Second.md\n\n- USER_SIGNATURE: mara050320260915\n";
        let (_, findings) = run(&RULE, fixture);
        let related = &findings[0].related[0];
        assert_eq!((&*related.path, related.range.start), (".GOV/task_packets/WP-1-Second.md", 19));
    }

    #[test]
    fn a_use_that_the_audit_calls_invalid_is_settled() {
        let fixture = "//- .GOV/task_packets/WP-1-First.md\n- USER_SIGNATURE: mara050320260915\n\
                       //- .GOV/task_packets/WP-1-Second.md\n- USER_SIGNATURE: mara050320260915\n\
                       //- .GOV/roles_shared/SIGNATURE_AUDIT.md\n| Signature | Used By | Date | Purpose | Spec | Notes |\n|---|---|---|---|---|---|\n\
                       | mara050320260915 | Orchestrator | 2026-03-05 09:15 | WP-1-First (INVALID - reused) | v01 | - |\n";
        assert_eq!(run(&RULE, fixture).1.len(), 0);
    }
}
