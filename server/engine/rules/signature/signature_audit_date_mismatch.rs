//! # The date of an audit row is not that of its signature
//!
//! The signature carries its own time; the column only repeats it.
//!
//! ````md,bad
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! ## Consumed Signatures
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-06 09:15 | Task packet creation: WP-1-Example | v02.001 | - |
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/SIGNATURE_AUDIT.md
//! ## Consumed Signatures
//! | Signature | Used By | Date | Purpose | Spec | Notes |
//! |---|---|---|---|---|---|
//! | mara050320260915 | Orchestrator | 2026-03-05 09:15 | Task packet creation: WP-1-Example | v02.001 | - |
//! ````
//!
//! Source: Part 2.5.4 [CX-585B].

use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::date::{IsoDate, is_iso_date};
use crate::text::grammar::signature::SignatureTime;
use crate::text::grammar::signature::decode;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Audit],
    severity: Severity::Warning,
    fix: FixPolicy::Review,
    check: Check::Document(check),
    ..Rule::BASE
};

fn check(audit: &Document, report: &mut Report) {
    for row in audit.audit_rows() {
        let written = row.signature.of(&audit.text).trim_matches('`');
        let said = row.date.of(&audit.text);
        let Some(stated) = said.get(..10).filter(|day| is_iso_date(day) == IsoDate::Date) else { continue };
        let Some((day, time)) = audit.config.users.signature(written).and_then(|read| signed(&decode(&read)))
        else {
            continue;
        };
        // A row may state the day alone.
        let stated_time = said.get(11..16).filter(|time| time.as_bytes()[2] == b':');
        if stated != day || stated_time.is_some_and(|stated| stated != time) {
            let rest = said.get(10..).unwrap_or("");
            let wanted = match stated_time {
                Some(stated) => format!("{day}{}", rest.replacen(stated, &time, 1)),
                None => format!("{day}{rest}"),
            };
            report
                .at(row.date, format!("`{said}`, but `{written}` was given on {day} at {time}"))
                .replace(row.date, wanted);
        }
    }
}

fn signed(time: &SignatureTime) -> Option<(String, String)> {
    match *time {
        SignatureTime::Valid { year, month, day, hour, minute }
        | SignatureTime::Legacy { year, month, day, hour, minute, .. } => {
            Some((format!("{year:04}-{month:02}-{day:02}"), format!("{hour:02}:{minute:02}")))
        }
        SignatureTime::Impossible => None,
    }
}
