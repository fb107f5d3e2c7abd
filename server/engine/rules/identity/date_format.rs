//! # The date is not an ISO date
//!
//! Dates are compared; `5 March` cannot be.
//!
//! ````md,bad
//! - DATE: 5 March 2026
//! ````
//!
//! ````md,good
//! - DATE: 2026-03-05T09:15:00Z
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::date::{IsoDate, is_iso_date};

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(date) = packet.filled(Label::Date) else { return };
    if is_iso_date(date.text) == IsoDate::No {
        report.at(
            date.range,
            format!("`{}` is not an ISO date such as 2026-03-05 or 2026-03-05T09:15:00Z", date.text),
        );
    }
}
