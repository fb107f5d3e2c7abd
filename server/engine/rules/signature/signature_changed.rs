//! # Another signature stands where the packet was first signed
//!
//! A signature is spent on one packet, once. Where it proved invalid, the audit marks it `(INVALID ..)` and NOTES say what
//! it was `replaced with`; then this is information.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara060320260915
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! Source: Part 3, error recovery [CX-611]; Part 5.6 [CX-607].

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;
use memchr::memmem;

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    fix: FixPolicy::Never,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let past = workspace.surroundings.git.as_ref().and_then(|git| git.pasts.get(&*packet.path));
    let Some(first) = past.and_then(|past| past.first_signature.as_deref()) else { return };
    let Some((field, now)) = packet.signature() else { return };
    if now.text == first {
        return;
    }
    let place = if now.range.is_empty() { field.name } else { now.range };
    let finding = report.at(place, format!("the packet was first signed with `{first}`"));
    let is_replaced = workspace.index().audit_rows(first).any(|row| row.invalid)
        && memmem::find(packet.text.as_bytes(), b"replaced with").is_some();
    if is_replaced {
        finding.severity(Severity::Info);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::report::Severity;
    use crate::rules::testing::{check, run};

    #[test]
    fn first_signature_counts_and_not_the_last() {
        check(
            &RULE,
            "\
- USER_SIGNATURE: mara060320260915
                  ^^^^^^^^^^^^^^^^ the packet was first signed with `mara050320260915`
//- HEAD:.GOV/task_packets/WP-1-Example.md
- USER_SIGNATURE: mara060320260915
//- HEAD~1:.GOV/task_packets/WP-1-Example.md
- USER_SIGNATURE: mara050320260915
//- HEAD~2:.GOV/task_packets/WP-1-Example.md
- USER_SIGNATURE: <pending>
",
        );
    }

    #[test]
    fn replaced_signature_is_information() {
        let (_, found) = run(
            &RULE,
            "\
- USER_SIGNATURE: mara060320260915
## NOTES
mara050320260915 was INVALID and replaced with mara060320260915.
//- HEAD:.GOV/task_packets/WP-1-Example.md
- USER_SIGNATURE: mara050320260915
//- .GOV/roles_shared/SIGNATURE_AUDIT.md
| Signature | Used By | Date | Purpose | Version | Notes |
|---|---|---|---|---|---|
| mara050320260915 | Mara | 2026-03-05 | WP-1-Example (INVALID: reused) | v02.001 | |
",
        );
        assert_eq!(found.iter().map(|found| found.severity).collect::<Vec<_>>(), [Some(Severity::Info)]);
    }
}
