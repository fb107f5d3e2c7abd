//! # IN_SCOPE_PATHS lists too many paths
//!
//! More than twenty files are more than one packet.
//!
//! ````md,bad
//! - IN_SCOPE_PATHS:
//!   - src/f0.rs
//!   - src/f1.rs
//!   - src/f2.rs
//!   - src/f3.rs
//!   - src/f4.rs
//!   - src/f5.rs
//!   - src/f6.rs
//!   - src/f7.rs
//!   - src/f8.rs
//!   - src/f9.rs
//!   - src/f10.rs
//!   - src/f11.rs
//!   - src/f12.rs
//!   - src/f13.rs
//!   - src/f14.rs
//!   - src/f15.rs
//!   - src/f16.rs
//!   - src/f17.rs
//!   - src/f18.rs
//!   - src/f19.rs
//!   - src/f20.rs
//! ````
//!
//! ````md,good
//! - IN_SCOPE_PATHS:
//!   - src/a.rs
//! ````
//!
//! Source: Part 3.5 [CX-604].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::InScopePaths) else { return };
    let Some(found) = packet.counted(Label::InScopePaths) else { return };
    let (count, range) = (found.count, found.range);
    if range.most.is_some_and(|most| count > most) {
        report.at(
            field.name,
            format!("{count} IN_SCOPE_PATHS, the protocol asks for {range}; split the packet"),
        );
    }
}
