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
use crate::document::list::Written;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Info, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::OutOfScope).filter(|field| packet.is_said(field)) else { return };
    let items = packet.items(field);
    // An inline list is a sentence as often as not.
    if matches!(items.written, Written::Inline | Written::Prose) {
        return;
    }
    let count = items.list.len();
    let range = packet.config.ranges.out_of_scope;
    if count > 0 && !range.holds(count) {
        let items = if count == 1 { "item" } else { "items" };
        report.at(field.name, format!("{count} {items} in OUT_OF_SCOPE, the protocol asks for {range}"));
    }
}
