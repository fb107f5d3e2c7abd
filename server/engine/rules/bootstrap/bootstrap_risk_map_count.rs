//! # RISK_MAP is outside its range
//!
//! Who can name fewer than three ways to fail has not looked.
//!
//! ````md,bad
//! - RISK_MAP:
//!   - "a" -> "b"
//! ````
//!
//! ````md,good
//! - RISK_MAP:
//!   - "a" -> "b"
//!   - "c" -> "d"
//!   - "e" -> "f"
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::RiskMap) else { return };
    let count = packet.items(field).list.len();
    let range = packet.config.ranges.risk_map;
    // An empty list is missing, which another rule says.
    if count > 0 && !range.holds(count) {
        report.at(field.name, format!("{count} RISK_MAP, the protocol asks for {range}"));
    }
}
