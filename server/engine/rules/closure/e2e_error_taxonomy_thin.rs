//! # The error taxonomy tells few errors apart
//!
//! Stale, invalid, out of scope and spoofed requests need different answers.
//!
//! ````md,bad
//! - END_TO_END_CLOSURE_PLAN_APPLICABLE: YES
//! - ERROR_TAXONOMY_PLAN:
//!   - errors
//! ````
//!
//! ````md,good
//! - END_TO_END_CLOSURE_PLAN_APPLICABLE: YES
//! - ERROR_TAXONOMY_PLAN:
//!   - stale, invalid, scope
//! ````
//!
//! Off unless `taskpacket.toml` gives it a severity.
//!
//! Source: Part 8 [CX-E2E-001].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Hint, off: true, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::ErrorTaxonomy).filter(|field| packet.is_said(field)) else {
        return;
    };
    let words = packet.whole(field).of(&packet.text).to_ascii_lowercase();
    let classes =
        [["stale", "mismatch"], ["invalid", "malformed"], ["scope", "forbidden"], ["spoof", "provenance"]];
    let named = classes.iter().filter(|class| class.iter().any(|word| words.contains(word))).count();
    if named < 3 {
        report.at(field.name, format!("{named} of stale, invalid, out of scope and spoofed are told apart"));
    }
}
