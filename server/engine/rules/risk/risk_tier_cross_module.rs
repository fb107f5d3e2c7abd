//! # A change across modules is rated below HIGH
//!
//! What crosses a module boundary breaks callers that the author does not see. The modules are `scope.modules` of `taskpacket.toml`.
//!
//! ````md,bad
//! - RISK_TIER: MEDIUM
//! - IN_SCOPE_PATHS:
//!   - app/src/jobs.tsx
//!   - src/backend/jobs.rs
//! ````
//!
//! ````md,good
//! - RISK_TIER: MEDIUM
//! - IN_SCOPE_PATHS:
//!   - src/backend/jobs.rs
//!   - src/backend/queue.rs
//! ````
//!
//! Source: Part 3.5 [CX-602].

use super::{stated, word};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::value::Tier;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use std::collections::BTreeSet;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some((tier, value)) = stated(packet) else { return };
    if tier == Tier::High {
        return;
    }
    let paths = packet.paths(Label::InScopePaths);
    let modules: BTreeSet<&str> = paths.iter().filter_map(|entry| module_of(packet, &entry.path)).collect();
    if modules.len() > 1 {
        let modules: Vec<String> = modules.into_iter().map(|module| format!("`{module}`")).collect();
        report
            .at(value.range, format!("{}, but {} are in scope", tier.name(), modules.join(" and ")))
            .replace(word(value), "HIGH");
    }
}

/// The innermost module a path lies in.
fn module_of<'a>(packet: &'a Document, path: &str) -> Option<&'a str> {
    let modules = packet.config.scope.modules.iter().map(String::as_str);
    modules.filter(|module| path.starts_with(module)).max_by_key(|module| module.len())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn the_innermost_module_counts() {
        check(
            &RULE,
            "\
- RISK_TIER: LOW
             ^^^ LOW, but `app/` and `app/src-tauri/` are in scope
- IN_SCOPE_PATHS:
  - app/src/a.ts
  - app/src-tauri/src/a.rs
",
        );
    }
}
