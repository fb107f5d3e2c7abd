//! # The closure plan is declared as not applicable, and looks applicable
//!
//! Work that spans the interface and what lies behind it crosses a trust boundary.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - app/src/jobs.tsx
//!   - src/backend/storage/jobs.rs
//! - END_TO_END_CLOSURE_PLAN_APPLICABLE: NO
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/backend/storage/jobs.rs
//! - END_TO_END_CLOSURE_PLAN_APPLICABLE: NO
//! ````
//!
//! Source: Part 8 [CX-E2E-001].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::range::Range;
use std::collections::BTreeSet;

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Review, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(value) = packet.filled(Label::ClosureApplicable).filter(|value| value.text.starts_with("NO"))
    else {
        return;
    };
    let paths = packet.paths(Label::InScopePaths);
    let layers: BTreeSet<&str> = paths.iter().filter_map(|entry| layer(&entry.path)).collect();
    if layers.len() > 1 {
        let layers: Vec<&str> = layers.into_iter().collect();
        report
            .at(value.range, format!("NO, but IN_SCOPE_PATHS spans {}", layers.join(" and ")))
            .replace(Range::new(value.range.start, value.range.start + 2), "YES");
    }
}

/// The side of a trust boundary that a path lies on.
fn layer(path: &str) -> Option<&'static str> {
    let has = |part: &str| path.split('/').any(|found| found == part);
    match () {
        () if path.starts_with("app/src-tauri/") => Some("shell"),
        () if path.starts_with("app/src/") => Some("user interface"),
        () if has("api") => Some("API"),
        () if has("storage") || has("migrations") => Some("storage"),
        () if path.contains("flight_recorder") => Some("events"),
        () => None,
    }
}
