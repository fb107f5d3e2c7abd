//! # The packet needs a file that other work has locked
//!
//! Two Coders in one file undo each other's work; one of the packets waits.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! - IN_SCOPE_PATHS:
//!   - src/store/batch.rs
//! //- .GOV/task_packets/WP-1-Other.md
//! - **Status:** In Progress
//! - IN_SCOPE_PATHS:
//!   - src/store/
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Status:** Ready for Dev
//! - IN_SCOPE_PATHS:
//!   - src/store/batch.rs
//! //- .GOV/task_packets/WP-1-Other.md
//! - **Status:** In Progress
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

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let candidate = matches!(packet.facts().status, Some(Status::Ready | Status::InProgress));
    if !candidate {
        return;
    }
    let matters = |other: &Document| workspace.is_in_progress(other);
    tell(
        packet,
        workspace,
        report,
        matters,
        |_| false,
        |path, others| format!("`{path}` is locked by {others}, which is in progress"),
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn closed_work_needs_no_file() {
        check(
            &RULE,
            "\
//- .GOV/task_packets/WP-1-Example.md
- **Status:** In Progress
- IN_SCOPE_PATHS:
  - src/store/batch.rs
//- .GOV/task_packets/WP-1-Console.md
- **Status:** In Progress
- IN_SCOPE_PATHS:
  - src/store/batch.rs
//- .GOV/roles_shared/TASK_BOARD.md
## Done
- **[WP-1-Example]** - [VALIDATED]
",
        );
    }
}
