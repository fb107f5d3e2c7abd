//! # ROLLBACK_HINT does not say what to do
//!
//! Whoever undoes the work types a command or follows steps; `undo changes if needed` is neither.
//!
//! ````md,bad
//! ### ROLLBACK_HINT
//! Undo changes if needed.
//! ````
//!
//! ````md,good
//! ### ROLLBACK_HINT
//! ```bash
//! git revert <commit-sha>
//! ```
//! ````
//!
//! ````md,good
//! ### ROLLBACK_HINT
//! - Turn the flag off
//! - Restore the table from the backup
//! ````
//!
//! Source: Part 3.5 [CX-607].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::list::Written;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::range::Range;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::RollbackHint) else { return };
    if !packet.is_said(field) || packet.whole(field).of(&packet.text).contains("git revert") {
        return;
    }
    let items = packet.items(field);
    let steps = match items.written {
        // One literal command is explicit enough.
        Written::Fence => 2,
        Written::List | Written::Table => items.list.len(),
        _ => 1,
    };
    if steps < 2 {
        let said = packet.said(field);
        let line = packet.line_at(said.range.start);
        let range = Range::new(said.range.start, said.range.end.min(line.end));
        let finding = report.at(range, "neither `git revert` nor steps to undo the work");
        if items.written == Written::Prose || items.written == Written::Nothing {
            finding.replace(said.range, "`git revert <commit-sha>`");
        }
    }
}
