//! # A packet that is done has put work off
//!
//! No phase closes over work that a packet only talks of. What the scope excludes, and what a line hands to a work packet by
//! its id, has a home.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## NOTES
//! - Retries are deferred.
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - OUT_OF_SCOPE:
//!   - Retries are deferred
//! ## NOTES
//! - Backups are deferred to WP-1-Backup.
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! ````
//!
//! Source: Part 6.5 [CX-609B].

use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

/// Fields that speak of what is not done by their nature: what is excluded, what is asked, what may go wrong.
const ELSEWHERE: &[Label] = &[Label::OutOfScope, Label::OpenQuestions, Label::RiskMap];

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    if !workspace.index().on_board(packet.stem()).any(|entry| entry.state == State::Done) {
        return;
    }
    let homes: Vec<Range> =
        ELSEWHERE.iter().filter_map(|&label| packet.field(label)).map(|field| packet.whole(field)).collect();
    let verdicts = packet.verdicts();
    for line in packet.prose_lines() {
        let words = line.of(&packet.text);
        let Some(at) = put_off(words) else { continue };
        // What an earlier report says was judged by the one behind it.
        let is_judged = packet.in_report(line.start)
            && verdicts.iter().any(|verdict| verdict.in_reports && verdict.range.start > line.start);
        let has_home = is_judged
            || homes.iter().any(|home| home.contains(line))
            || find_wp_ids(words).any(|id| id.of(words) != packet.stem());
        if !has_home && !words.trim_end().ends_with('?') {
            let range = Range::new(line.start + at.start, line.start + at.end);
            report.at(
                range,
                format!("`{}`: the packet is done, and this has no packet", range.of(&packet.text)),
            );
        }
    }
}

/// The words that put work off: `deferred`, `defer`, `follow-up WP`.
fn put_off(line: &str) -> Option<Range> {
    // Most lines have none of these, and need no copy.
    let has = |part: &[u8]| memchr::memmem::find(line.as_bytes(), part).is_some();
    if !has(b"efer") && !has(b"EFER") && !has(b"ollow") && !has(b"OLLOW") {
        return None;
    }
    let lower = line.to_ascii_lowercase();
    let is_word = |start: usize, end: usize| {
        let letter = |at: Option<char>| at.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
        !letter(lower[..start].chars().next_back()) && !letter(lower[end..].chars().next())
    };
    ["deferred", "defer", "follow-up wp", "followup wp"].iter().find_map(|word| {
        let start = lower.match_indices(word).map(|(at, _)| at).find(|at| is_word(*at, at + word.len()))?;
        Some(Range::new(start, start + word.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn the_last_report_counts() {
        check(
            &RULE,
            "\
//- .GOV/task_packets/WP-1-Example.md
## VALIDATION_REPORTS
### Report 1
Verdict: FAIL
- Retries are deferred.
### Report 2
Verdict: PASS
- Backups: see a follow-up WP.
                 ^^^^^^^^^^^^ `follow-up WP`: the packet is done, and this has no packet
//- .GOV/roles_shared/TASK_BOARD.md
## Done
- **[WP-1-Example]** - [VALIDATED]
",
        );
    }
}
