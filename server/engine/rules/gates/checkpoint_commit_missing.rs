//! # A signed packet, or its refinement, is not committed
//!
//! The checkpoint commit keeps what was signed before anybody works by it; what only lies on disk can be lost, and nothing
//! can be compared with it.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! //- git:
//! branch feat/WP-1-Example
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260915
//! //- git:
//! tracked .GOV/task_packets/WP-1-Example.md
//! ````
//!
//! Source: Safety commit gate.

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(git) = &workspace.surroundings.git else { return };
    let is_locked = match document.kind {
        Kind::Packet => document.is_locked(),
        // A refinement that nobody signed a packet for may still be drafted.
        _ => workspace.packet(document.stem()).is_some_and(|packet| packet.is_locked()),
    };
    if is_locked && !git.is_committed(&document.path) {
        let what =
            if document.kind == Kind::Packet { "signed packet" } else { "refinement of a signed packet" };
        report.at(document.place_in("METADATA"), format!("the last commit lacks this {what}"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn refinement_of_a_signed_packet_is_asked_for_too() {
        check(
            &RULE,
            "\
//- .GOV/refinements/WP-1-Example.md
## TECHNICAL_REFINEMENT
^^^^^^^^^^^^^^^^^^^^^^^ the last commit lacks this refinement of a signed packet
//- .GOV/task_packets/WP-1-Example.md
- USER_SIGNATURE: mara050320260915
//- git:
tracked .GOV/task_packets/WP-1-Example.md
",
        );
    }

    #[test]
    fn draft_need_not_be_committed() {
        check(&RULE, "- USER_SIGNATURE: <pending>\n//- git:\nbranch main\n");
    }
}
