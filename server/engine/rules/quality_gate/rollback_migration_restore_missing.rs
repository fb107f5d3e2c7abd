//! # The rollback of a migration does not say how data comes back
//!
//! Reverting the code leaves the database in its new shape.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/server/migrations/0003_notes.sql
//! ### ROLLBACK_HINT
//! ```bash
//! git revert <commit-sha>
//! ```
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/server/migrations/0003_notes.sql
//! ### ROLLBACK_HINT
//! ```bash
//! git revert <commit-sha>
//! # restore the backup taken before the migration
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-607].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

const RESTORES: &[&str] = &["migration", "restore", "down", "schema", "backup"];

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::RollbackHint) else { return };
    let paths = packet.paths(Label::InScopePaths);
    let Some(migration) = paths.iter().find(|entry| entry.is_migration()) else { return };
    let words = packet.whole(field).of(&packet.text).to_ascii_lowercase();
    if packet.is_said(field) && !RESTORES.iter().any(|restore| words.contains(restore)) {
        report.at(field.name, format!("`{}` changes data, and ROLLBACK_HINT restores none", migration.path));
    }
}
