//! # The date lies in the future
//!
//! A packet is dated when it is written. A day's slack covers every time zone.
//!
//! ````md,bad
//! - DATE: 2026-04-01T10:00:00Z
//! ````
//!
//! ````md,good
//! - DATE: 2026-03-10T10:00:00Z
//! ````
//!
//! Source: Part 4 [CX-581].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::date::{IsoDate, is_iso_date};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement],
    severity: Severity::Warning,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

/// The first 14 hours of tomorrow may have come somewhere.
const SLACK: jiff::SignedDuration = jiff::SignedDuration::from_hours(14);

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(now) = workspace.surroundings.now else { return };
    let label = if document.kind == Kind::Refinement { Label::CreatedAt } else { Label::Date };
    let Some(date) = document.filled(label).filter(|date| is_iso_date(date.text) != IsoDate::No) else {
        return;
    };
    let day = date.text.get(..10).unwrap_or("");
    // With its zone a time is exact; the day alone begins everywhere at another hour.
    let written = date.text.parse::<jiff::Timestamp>().or_else(|_| format!("{day}T00:00:00Z").parse());
    if written.is_ok_and(|written| written > now + SLACK) {
        report.at(date.range, format!("`{}` lies in the future", date.text));
    }
}
