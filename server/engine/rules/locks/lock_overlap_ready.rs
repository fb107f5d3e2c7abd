//! # Two packets that may start need the same file
//!
//! Whoever starts second will have to wait.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! - IN_SCOPE_PATHS:
//!   - src/store/batch.rs
//! //- .GOV/task_packets/WP-1-Other.md
//! - **Status:** Ready for Dev
//! - IN_SCOPE_PATHS:
//!   - src/store/batch.rs
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! - IN_SCOPE_PATHS:
//!   - src/store/batch.rs
//! //- .GOV/task_packets/WP-1-Other.md
//! - **Status:** Ready for Dev
//! - IN_SCOPE_PATHS:
//!   - src/console/
//! ````
//!
//! Source: Part 4, step 1 [CX-CONC-001].

use super::tell;
use crate::document::Document;
use crate::document::status::Status;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    if packet.facts().status != Some(Status::Ready) || workspace.is_in_progress(packet) {
        return;
    }
    let matters = |other: &Document| other.facts().status == Some(Status::Ready);
    // A file that is locked is told by lock-overlap.
    let outranks = |other: &Document| workspace.is_in_progress(other);
    tell(packet, workspace, report, matters, outranks, |path, others| {
        format!("`{path}` is in scope of {others} as well")
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn locked_file_is_told_as_locked() {
        check(
            &RULE,
            "\
//- .GOV/task_packets/WP-1-Example.md
- **Status:** Ready for Dev
- IN_SCOPE_PATHS:
  - src/store/batch.rs
//- .GOV/task_packets/WP-1-Console.md
- **Status:** In Progress
- IN_SCOPE_PATHS:
  - src/store/batch.rs
//- .GOV/task_packets/WP-1-Query.md
- **Status:** Ready for Dev
- IN_SCOPE_PATHS:
  - src/store/batch.rs
",
        );
    }
}
