//! # A mandatory file is missing from FILES_TO_OPEN
//!
//! Every Coder reads START_HERE, SPEC_CURRENT and ARCHITECTURE first.
//!
//! ````md,bad
//! - FILES_TO_OPEN:
//!   - .GOV/roles_shared/START_HERE.md
//!   - .GOV/roles_shared/SPEC_CURRENT.md
//! ````
//!
//! ````md,good
//! - FILES_TO_OPEN:
//!   - .GOV/roles_shared/START_HERE.md
//!   - .GOV/roles_shared/SPEC_CURRENT.md
//!   - .GOV/roles_shared/ARCHITECTURE.md
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::counts::MANDATORY;
use crate::rules::report::{Report, Safety, Severity};
use crate::rules::{Check, FixPolicy, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Warning, fix: FixPolicy::Safe, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::FilesToOpen) else { return };
    let items = &packet.items(field).list;
    if items.is_empty() {
        return;
    }
    let missing: Vec<&str> = MANDATORY
        .iter()
        .copied()
        .filter(|name| !items.iter().any(|item| item.head.of(&packet.text).contains(name)))
        .collect();
    if !missing.is_empty() {
        let finding = report.at(field.name, format!("FILES_TO_OPEN lacks {}", missing.join(", ")));
        let governance = &packet.config.layout.governance;
        let paths: Vec<String> =
            missing.iter().map(|name| format!("{governance}/roles_shared/{name}")).collect();
        if let Some(edit) = packet.with_first_entries(field, &paths) {
            finding.fix("Put them first", Safety::Safe, vec![edit]);
        }
    }
}
