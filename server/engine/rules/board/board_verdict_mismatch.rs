//! # The token of a Done entry is not the verdict of its packet
//!
//! The last word is the Validator's, and it stands in the packet.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Done
//! - **[WP-1-Example]** - [VALIDATED]
//! //- .GOV/task_packets/WP-1-Example.md
//! ## VALIDATION_REPORTS
//! Verdict: FAIL
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Done
//! - **[WP-1-Example]** - [FAIL]
//! //- .GOV/task_packets/WP-1-Example.md
//! ## VALIDATION_REPORTS
//! Verdict: FAIL
//! ````
//!
//! Source: Part 2, task board review; Part 6.2 [CX-625].

use super::{entries, packet_of};
use crate::document::Document;
use crate::document::board::State;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::verdict::Verdict;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Board],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    for entry in entries(board, &[State::Done]) {
        let (Some(packet), Some(token)) = (packet_of(board, entry, workspace), entry.token) else {
            continue;
        };
        let word = token.of(&board.text);
        let last = match (Verdict::of_token(word), packet.facts().last_verdict) {
            (Some(Verdict::Pass | Verdict::OutdatedOnly), Some(Verdict::Fail)) => Verdict::Fail,
            (Some(Verdict::Fail), Some(Verdict::Pass)) => Verdict::Pass,
            _ => continue,
        };
        report
            .at(token, format!("`{word}`, but the last verdict of {} is {}", packet.stem(), last.name()))
            .replace(token, last.token());
    }
}
