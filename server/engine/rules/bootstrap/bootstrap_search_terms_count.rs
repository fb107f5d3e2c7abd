//! # SEARCH_TERMS is outside its range
//!
//! Too few terms leave the Coder searching by guess.
//!
//! ````md,bad
//! - SEARCH_TERMS:
//!   - "one"
//!   - "two"
//! ````
//!
//! ````md,good
//! - SEARCH_TERMS:
//!   - "term 0"
//!   - "term 1"
//!   - "term 2"
//!   - "term 3"
//!   - "term 4"
//!   - "term 5"
//!   - "term 6"
//!   - "term 7"
//!   - "term 8"
//!   - "term 9"
//! ````
//!
//! Source: Part 3.5 [CX-608].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::SearchTerms) else { return };
    let Some(found) = packet.counted(Label::SearchTerms) else { return };
    // An empty list is missing, which another rule says.
    if found.count > 0 && !found.fits() {
        report.at(field.name, format!("{} SEARCH_TERMS, the protocol asks for {}", found.count, found.range));
    }
}
