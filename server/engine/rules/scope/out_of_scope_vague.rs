//! # An OUT_OF_SCOPE item excludes nothing in particular
//!
//! `Unrelated work` is out of scope by itself.
//!
//! ````md,bad
//! - OUT_OF_SCOPE:
//!   - Unrelated work
//! ````
//!
//! ````md,good
//! - OUT_OF_SCOPE:
//!   - the reader -> WP-1-Reader
//! ````
//!
//! Source: Part 3.5 [CX-604B].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

const VAGUE: &[&str] = &["unrelated work", "anything else", "other stuff", "everything else", "other work"];

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::OutOfScope) else { return };
    for item in &packet.items(field).list {
        let words = item.head.of(&packet.text).trim_end_matches(['.', '!']);
        if VAGUE.iter().any(|vague| words.eq_ignore_ascii_case(vague)) {
            report.at(item.head, format!("`{words}` excludes nothing in particular"));
        }
    }
}
