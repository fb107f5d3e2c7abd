//! # A LOW packet changes code
//!
//! LOW is for documents and comments; code needs the checks of MEDIUM.
//!
//! ````md,bad
//! - RISK_TIER: LOW
//! - IN_SCOPE_PATHS:
//!   - src/store/batch.rs
//! ````
//!
//! ````md,good
//! - RISK_TIER: LOW
//! - IN_SCOPE_PATHS:
//!   - docs/store.md
//! ````
//!
//! Source: Part 3.5 [CX-602].

use super::{is_document, stated, word};
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
    let Some(code) = paths.iter().find(|entry| !is_document(packet, entry)) else { return };
    if tier == Tier::Low {
        report
            .at(value.range, format!("LOW, but `{}` is no document", code.path))
            .replace(word(value), "MEDIUM")
            .related(packet.path.clone(), code.range, "in scope");
    }
}
