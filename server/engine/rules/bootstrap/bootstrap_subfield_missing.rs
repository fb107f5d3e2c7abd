//! # A BOOTSTRAP list is missing or empty
//!
//! Files, terms, commands and risks: each of the four answers another question.
//!
//! ````md,bad
//! ## BOOTSTRAP
//! - FILES_TO_OPEN:
//!   - src/a.rs
//! - SEARCH_TERMS:
//!   - "a"
//! - RUN_COMMANDS:
//!   ```bash
//!   just dev
//!   ```
//! ````
//!
//! ````md,good
//! ## BOOTSTRAP
//! - FILES_TO_OPEN:
//!   - src/a.rs
//! - SEARCH_TERMS:
//!   - "a"
//! - RUN_COMMANDS:
//!   ```bash
//!   just dev
//!   ```
//! - RISK_MAP:
//!   - "a" -> "b"
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::list::Written;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule = Rule {
    severity: Severity::Error,
    legacy: Some(Severity::Warning),
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(packet: &Document, report: &mut Report) {
    // Without the block itself, one finding says it all.
    if packet.section("BOOTSTRAP").is_none() {
        return;
    }
    let lists = [
        (Label::FilesToOpen, "FILES_TO_OPEN"),
        (Label::SearchTerms, "SEARCH_TERMS"),
        (Label::RunCommands, "RUN_COMMANDS"),
        (Label::RiskMap, "RISK_MAP"),
    ];
    for (label, name) in lists {
        match packet.field(label) {
            None => _ = report.at(packet.place_for(label), format!("no {name}")).lacks(packet, label),
            Some(field)
                if packet.items(field).written == Written::Nothing && packet.commands(field).is_empty() =>
            {
                // A fence that holds only comments is a placeholder, which another rule says.
                if packet.fences_in(field.block).next().is_none() {
                    report.at(field.name, format!("{name} is empty"));
                }
            }
            Some(_) => {}
        }
    }
}
