//! # The packet waits for work that has failed
//!
//! Somebody must decide: repair it, replace it, or do without.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## Dependencies
//! - Depends on: WP-1-Storage
//! - Blocks: NONE
//!
//! //- .GOV/task_packets/WP-1-Storage.md
//! ## VALIDATION_REPORTS
//! Verdict: FAIL
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! ## Dependencies
//! - Depends on: WP-1-Storage
//! - Blocks: NONE
//!
//! //- .GOV/task_packets/WP-1-Storage.md
//! ## VALIDATION_REPORTS
//! Verdict: PASS
//! ````
//!
//! Source: Part 7.2 [CX-635].

use super::{is_superseded, resolved, waits_for};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::verdict::Verdict;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    // A packet that was replaced has a rule of its own.
    for (wp, place) in waits_for(packet).into_iter().filter(|(wp, _)| !is_superseded(wp, workspace)) {
        let Some(blocker) = workspace.packet(&resolved(wp, workspace)) else { continue };
        if blocker.facts().last_verdict == Some(Verdict::Fail) {
            report.at(place, format!("the last verdict of {} is FAIL", blocker.stem()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn replaced_packet_is_told_elsewhere() {
        check(
            &RULE,
            "\
//- .GOV/task_packets/WP-1-Example.md
- **Status:** Ready for Dev
- Depends on: WP-1-Storage
//- .GOV/task_packets/WP-1-Storage.md
- **Status:** Superseded
## VALIDATION_REPORTS
Verdict: FAIL
",
        );
    }
}
