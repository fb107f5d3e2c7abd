//! # PACKET_FORMAT_VERSION is not a date
//!
//! Gates compare it as `YYYY-MM-DD` to know which checks apply.
//!
//! ````md,bad
//! - PACKET_FORMAT_VERSION: latest
//! ````
//!
//! ````md,good
//! - PACKET_FORMAT_VERSION: 2026-02-01
//! ````
//!
//! Source: Part 1, COR-701 gate.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::date::{IsoDate, is_iso_date};

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::PacketFormatVersion) else { return };
    let value = packet.value_of(field);
    if value.text.is_empty() {
        report.at(field.name, "PACKET_FORMAT_VERSION says nothing yet");
    } else if is_iso_date(value.text) != IsoDate::Date {
        report.at(
            value.range,
            format!("PACKET_FORMAT_VERSION is `{}`, not a date such as 2026-02-01", value.text),
        );
    }
}
