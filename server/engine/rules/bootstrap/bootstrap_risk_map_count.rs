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
    let Some(found) = packet.counted(Label::RiskMap) else { return };
    // An empty list is missing, which another rule says.
    if found.count > 0 && !found.fits() {
        report.at(field.name, format!("{} RISK_MAP, the protocol asks for {}", found.count, found.range));
    }
}
