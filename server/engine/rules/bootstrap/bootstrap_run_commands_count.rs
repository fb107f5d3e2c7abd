//! # RUN_COMMANDS is outside its range
//!
//! Three to six commands show that the environment works.
//!
//! ````md,bad
//! - RUN_COMMANDS:
//!   ```bash
//!   just dev
//!   ```
//! ````
//!
//! ````md,good
//! - RUN_COMMANDS:
//!   ```bash
//!   just dev
//!   cargo test
//!   just validate
//!   ```
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::RunCommands) else { return };
    let Some(found) = packet.counted(Label::RunCommands) else { return };
    // An empty list is missing, which another rule says.
    if found.count > 0 && !found.fits() {
        report.at(field.name, format!("{} RUN_COMMANDS, the protocol asks for {}", found.count, found.range));
    }
}
