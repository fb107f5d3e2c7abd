//! # The signature's digits are no date and time
//!
//! The twelve digits say when the user signed; digits that no calendar has were not copied from a clock.
//!
//! ````md,bad
//! - USER_SIGNATURE: mara991320269999
//! ````
//!
//! ````md,good
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! Source: Part 2.5 [CX-585A].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::signature::{SignatureTime, decode};

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Error,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(document: &Document, report: &mut Report) {
    let Some((_, value)) = document.signature() else { return };
    let Some(read) = document.config.users.signature(value.text) else { return };
    if decode(&read) == SignatureTime::Impossible {
        report.at(
            value.range,
            format!("`{}` in `{}` is no day, month, year, hour and minute", read.digits, value.text),
        );
    }
}
