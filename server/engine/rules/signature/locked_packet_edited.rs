//! # A signed packet says something else than was signed
//!
//! The signature freezes what the packet asks for: title, metadata, SCOPE, QUALITY_GATE, AUTHORITY, BOOTSTRAP, lineage and
//! dependencies. Another task is another packet, `-v{N+1}`. Compared is the oldest signed version in the history without
//! placeholders; spaces, bullets, ticks and the encoding of characters do not count. A waiver of PACKET-IMMUTABILITY or an
//! `Override:` in the audit that names the packet makes it information.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! - DONE_MEANS:
//!   - notes are saved
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! - DONE_MEANS:
//!   - notes are saved within a second
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! - **Status:** In Progress
//! - DONE_MEANS:
//!   - [x] notes are saved
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! - **Status:** Ready for Dev
//! - DONE_MEANS:
//!   - [ ] notes are saved
//! ````
//!
//! Source: Part 5.6 [CX-607].

use crate::document::Document;
use crate::document::lock;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    fix: FixPolicy::Never,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let past = workspace.surroundings.git.as_ref().and_then(|git| git.pasts.get(&*packet.path));
    let Some(past) = past.filter(|_| packet.is_locked()) else { return };
    let Some(signed) = &past.baseline else { return };
    let edits = lock::edits(&signed.document, past.is_complete, packet);
    let may = !edits.is_empty() && may_be_edited(packet, workspace);
    for edit in edits {
        let commit = signed.short();
        let message = match (&edit.now, &edit.was) {
            (Some(now), Some(was)) => format!("`{now}` was signed as `{was}` (commit `{commit}`)"),
            (Some(now), None) => {
                format!("`{now}` was not in {} when it was signed (commit `{commit}`)", edit.name)
            }
            (None, was) => {
                let was = was.as_deref().unwrap_or(edit.name);
                format!("`{was}` was signed in {} and is gone (commit `{commit}`)", edit.name)
            }
        };
        let finding = report.at(edit.range, message);
        if may {
            finding.severity(Severity::Info);
        }
    }
}

fn may_be_edited(packet: &Document, workspace: &Workspace) -> bool {
    let waivers = packet.section("WAIVERS_GRANTED").map_or("", |section| section.body.of(&packet.text));
    let names = |wp: &String| wp == packet.stem() || wp == packet.wp_id();
    waivers.contains("PACKET-IMMUTABILITY")
        || workspace
            .index()
            .audit()
            .iter()
            .any(|row| row.purpose.contains("Override:") && row.wps.iter().any(names))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::report::Severity;
    use crate::rules::testing::{check, run};

    const SIGNED: &str = "//- HEAD~1:.GOV/task_packets/WP-1-Example.md
- USER_SIGNATURE: mara050320260915
- RISK_TIER: LOW
//- HEAD~2:.GOV/task_packets/WP-1-Example.md
- USER_SIGNATURE: mara050320260915
- RISK_TIER: <fill>
";

    #[test]
    fn oldest_signed_version_without_placeholders_counts() {
        let now = "\
- USER_SIGNATURE: mara050320260915
- RISK_TIER: HIGH
             ^^^^ `HIGH` was signed as `LOW` (commit `HEAD~1`)
//- HEAD:.GOV/task_packets/WP-1-Example.md
- USER_SIGNATURE: mara050320260915
- RISK_TIER: HIGH
";
        check(&RULE, &format!("{now}{SIGNED}"));
    }

    #[test]
    fn what_is_not_signed_may_change() {
        let now = "- RISK_TIER: HIGH\n//- HEAD:.GOV/task_packets/WP-1-Example.md\n- RISK_TIER: LOW\n";
        check(&RULE, now);
    }

    #[test]
    fn waiver_makes_it_information() {
        let now = "- USER_SIGNATURE: mara050320260915\n- RISK_TIER: HIGH\n## WAIVERS GRANTED\n\
            - WAIVER-PACKET-IMMUTABILITY: typo\n";
        let (_, found) = run(&RULE, &format!("{now}{SIGNED}"));
        assert_eq!(found.iter().map(|found| found.severity).collect::<Vec<_>>(), [Some(Severity::Info)]);
    }
}
