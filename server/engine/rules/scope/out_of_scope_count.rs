//! # OUT_OF_SCOPE has too few or too many items
//!
//! Three to eight related things show that somebody thought about the edges.
//!
//! ````md,bad
//! - OUT_OF_SCOPE:
//!   - the reader -> WP-1-Reader
//! ````
//!
//! ````md,good
//! - OUT_OF_SCOPE:
//!   - the reader -> WP-1-Reader
//!   - the file format -> later phase
//!   - the command line -> not affected
//! ````
//!
//! Source: Part 3.5 [CX-604B].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::OutOfScope).filter(|field| packet.is_said(field)) else { return };
    let Some(found) = packet.counted(Label::OutOfScope) else { return };
    if found.count > 0 && !found.fits() {
        let (count, range) = (found.count, found.range);
        let items = if count == 1 { "item" } else { "items" };
        report.at(field.name, format!("{count} {items} in OUT_OF_SCOPE, the protocol asks for {range}"));
    }
}
