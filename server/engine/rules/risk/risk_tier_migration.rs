//! # A migration is rated below HIGH
//!
//! Data that was migrated wrongly does not come back with `git revert`.
//!
//! ````md,bad
//! - RISK_TIER: MEDIUM
//! - IN_SCOPE_PATHS:
//!   - src/backend/migrations/0007_jobs.sql
//! ````
//!
//! ````md,good
//! - RISK_TIER: HIGH
//! - IN_SCOPE_PATHS:
//!   - src/backend/migrations/0007_jobs.sql
//! ````
//!
//! Source: Part 3.5 [CX-602].

use super::{stated, word};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::value::Tier;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some((tier, value)) = stated(packet) else { return };
    let paths = packet.paths(Label::InScopePaths);
    let Some(migration) = paths.iter().find(|entry| entry.is_migration()) else { return };
    if tier < Tier::High {
        report
            .at(value.range, format!("{}, but `{}` migrates data", tier.name(), migration.path))
            .replace(word(value), "HIGH")
            .related(packet.path.clone(), migration.range, "in scope");
    }
}
