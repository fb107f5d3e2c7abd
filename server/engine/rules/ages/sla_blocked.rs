//! # A packet has been Blocked for too long
//!
//! Somebody who can decide must hear of it. The limit is `sla.blocked` of `taskpacket.toml`, in work days.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - DATE: 2025-12-01
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: x (ETA soon)
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - DATE: 2026-03-09
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: x (ETA soon)
//! ````
//!
//! Source: Part 7.3 [CX-635B].

use super::tell;
use crate::document::Document;
use crate::document::board::State;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Surroundings(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    tell(packet, workspace, report, State::Blocked);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn history_of_the_board_counts_where_there_is_one() {
        let packet = "- DATE: 2025-12-01\n- **Status:** Blocked\n";
        let board = "## Blocked\n- **[WP-1-Example]** - BLOCKED: x (ETA soon)\n";
        let now = format!("//- .GOV/roles_shared/TASK_BOARD.md\n{board}");
        let at = |commit: &str, text: &str| format!("//- {commit}:.GOV/roles_shared/TASK_BOARD.md\n{text}");
        let moved = at("HEAD~2@2025-11-01", "## Ready for Dev\n- **[WP-1-Example]**\n");
        // Blocked since Monday of the week before, whatever was committed since.
        let long =
            at("HEAD@2026-03-09", &format!("# Board\n{board}")) + &at("HEAD~1@2026-03-02", board) + &moved;
        let told = "    ^^^^^^ Blocked for 6 work days, at most 5 are usual\n";
        check(&RULE, &format!("{packet}{told}{now}{long}"));
        let short = at("HEAD@2026-03-06", board) + &moved;
        check(&RULE, &format!("{packet}{now}{short}"));
        // Moved just now.
        check(&RULE, &format!("{packet}{now}{moved}"));
    }
}
