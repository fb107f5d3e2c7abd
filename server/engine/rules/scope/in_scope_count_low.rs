//! # IN_SCOPE_PATHS lists few paths
//!
//! The protocol asks for five to twenty; few may be right for a small change.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/a.rs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/f0.rs
//!   - src/f1.rs
//!   - src/f2.rs
//!   - src/f3.rs
//!   - src/f4.rs
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::InScopePaths) else { return };
    let Some(found) = packet.counted(Label::InScopePaths) else { return };
    let (count, range) = (found.count, found.range);
    if (1..range.least).contains(&count) {
        report.at(field.name, format!("{count} IN_SCOPE_PATHS, the protocol asks for {range}"));
    }
}
