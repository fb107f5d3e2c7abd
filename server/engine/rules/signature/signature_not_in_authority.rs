//! # AUTHORITY does not name the signature
//!
//! Some teams repeat the signature where the packet states what it appeals to.
//!
//! ````md,bad
//! - USER_SIGNATURE: mara050320260915
//!
//! ## AUTHORITY
//! - SPEC_ANCHOR: 2.1.1
//! ````
//!
//! ````md,good
//! - USER_SIGNATURE: mara050320260915
//!
//! ## AUTHORITY
//! - SPEC_ANCHOR: 2.1.1 [Approved: mara050320260915]
//! ````
//!
//! Off unless `taskpacket.toml` gives it a severity.
//!
//! Source: Part 2.5.5.

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};

pub const RULE: Rule =
    Rule { severity: Severity::Hint, off: true, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some((field, value)) =
        packet.signature().filter(|(_, value)| packet.config.users.signature(value.text).is_some())
    else {
        return;
    };
    let Some(section) = packet.section("AUTHORITY") else { return };
    if !section.body.of(&packet.text).contains(value.text) {
        report.at(section.title, format!("`{}` is not named here", value.text)).related(
            packet.path.clone(),
            field.line,
            "the signature",
        );
    }
}
