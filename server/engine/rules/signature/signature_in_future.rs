//! # The signature was given in the future
//!
//! Its time is the minute of signing; one that has not come yet was not read from a clock. A day's slack covers every time zone.
//!
//! ````md,bad
//! - USER_SIGNATURE: mara120320260915
//! ````
//!
//! ````md,good
//! - USER_SIGNATURE: mara050320260915
//! ````
//!
//! Source: Part 2.5.3 [CX-585C].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::signature::SignatureTime;
use crate::text::grammar::signature::Users;
use crate::text::grammar::signature::decode;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Refinement, Kind::Audit],
    severity: Severity::Warning,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(now) = workspace.surroundings.now else { return };
    for (written, range) in signatures(document) {
        if signed_at(written, &document.config.users).is_some_and(|signed| signed > now + SLACK) {
            report.at(range, format!("`{written}` was signed in the future"));
        }
    }
}

/// Signatures are in local time, which is at most this far ahead.
const SLACK: jiff::SignedDuration = jiff::SignedDuration::from_hours(14);

fn signatures(document: &Document) -> Vec<(&str, Range)> {
    if document.kind == Kind::Audit {
        return document
            .audit_rows()
            .iter()
            .map(|row| (row.signature.of(&document.text), row.signature))
            .collect();
    }
    document.signature().map(|(_, value)| (value.text, value.range)).into_iter().collect()
}

fn signed_at(written: &str, users: &Users) -> Option<jiff::Timestamp> {
    let SignatureTime::Valid { year, month, day, hour, minute } = decode(&users.signature(written)?) else {
        return None;
    };
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z").parse().ok()
}
