//! # The commit that made the packet also changed product code
//!
//! Whoever writes or signs a packet must not write code with it: the Orchestrator never touches `src/`, `app/` or
//! `tests/`. Merges, the first commit of a repository, and commits in which the packet was already under way are left out.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! # Task Packet: WP-1-Example
//! - **Status:** Ready for Dev
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! # Task Packet: WP-1-Example
//! - **Status:** Ready for Dev
//! //- git:
//! beside src/main.rs
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! # Task Packet: WP-1-Example
//! - **Status:** Ready for Dev
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! # Task Packet: WP-1-Example
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 3, critical rules.

use crate::document::Document;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let past = workspace.surroundings.git.as_ref().and_then(|git| git.pasts.get(&*packet.path));
    for version in past.iter().flat_map(|past| &past.made) {
        let is_new = matches!(version.document.facts().status, None | Some(Status::Ready));
        let Some(first) = version.beside.first().filter(|_| is_new) else { continue };
        let more = match version.beside.len() {
            1 => String::new(),
            count => format!(" and {} more", count - 1),
        };
        let what = if version.document.is_locked() { "signed" } else { "made" };
        let commit = version.short();
        report.at(
            packet.place_in("METADATA"),
            format!("commit `{commit}`, which {what} this packet, also changed `{first}`{more}"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn code_beside_a_packet_under_way_is_the_coders() {
        check(
            &RULE,
            "\
# Task Packet: WP-1-Example
//- HEAD:.GOV/task_packets/WP-1-Example.md
# Task Packet: WP-1-Example
- **Status:** In Progress
//- git:
beside src/main.rs
",
        );
    }
}
