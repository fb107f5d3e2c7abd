//! # A line of a report, a waiver or an erratum was taken out
//!
//! Reports, evidence, waivers, errata and notes of a signed packet only grow: what was committed stays, and what turned
//! out wrong is answered by a later entry. Placeholders may be replaced.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! ## VALIDATION_REPORTS
//! Verdict: PASS
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! ## VALIDATION_REPORTS
//! Verdict: FAIL
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! ## VALIDATION_REPORTS
//! Verdict: FAIL
//! Verdict: PASS
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! ## VALIDATION_REPORTS
//! Verdict: FAIL
//! ````
//!
//! Source: Part 3, error recovery [CX-611]; Part 5.6 [CX-607].

use crate::document::Document;
use crate::document::lock;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Warning,
    fix: FixPolicy::Never,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let past = workspace.surroundings.git.as_ref().and_then(|git| git.pasts.get(&*packet.path));
    let Some(past) = past.filter(|_| packet.is_locked()) else { return };
    for lost in lock::lost(&past.committed.document, packet) {
        let Some(first) = lost.lines.first() else { continue };
        let more = match lost.lines.len() {
            1 => String::new(),
            count => format!(" and {} more lines", count - 1),
        };
        report.at(lost.range, format!("`{first}`{more} of {} was committed and is gone", lost.section));
    }
}
