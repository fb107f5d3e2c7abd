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

use super::{has_failed, standing_blockers};
use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    for (_, id, place) in standing_blockers(packet, workspace) {
        if has_failed(&id, workspace) {
            report.at(place, format!("the last verdict of {id} is FAIL"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::dependency_blocker_not_validated;
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn replaced_packet_is_told_elsewhere() {
        let replaced = "//- .GOV/task_packets/WP-1-Example.md\n- **Status:** Ready for Dev\n- Depends on: WP-1-Storage\n\
            //- .GOV/task_packets/WP-1-Storage.md\n- **Status:** Superseded\n";
        check(&RULE, &format!("{replaced}## VALIDATION_REPORTS\nVerdict: FAIL\n"));
        check(&dependency_blocker_not_validated::RULE, replaced);
    }
}
