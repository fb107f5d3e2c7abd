//! # `Last Updated` is older than the last commit of the packet
//!
//! A date that nobody moves says nothing about how fresh the packet is. A day's difference may be the time zone.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Last Updated:** 2026-03-01
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - **Last Updated:** 2026-03-01
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - **Last Updated:** 2026-03-10
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - **Last Updated:** 2026-03-10
//! ````
//!
//! Source: Part 5.1 [CX-581]; Part 5.6 [CX-607].

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    severity: Severity::Hint,
    off: true,
    fix: FixPolicy::Review,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let past = workspace.surroundings.git.as_ref().and_then(|git| git.pasts.get(&*packet.path));
    let Some(changed) = past.and_then(|past| past.committed.time) else { return };
    let Some(written) = packet.filled(Label::LastUpdated) else { return };
    let Some(said) = written.text.get(..10).and_then(|day| day.parse::<Date>().ok()) else { return };
    let changed = changed.to_zoned(TimeZone::UTC).date();
    if said.checked_add(1.day()).is_ok_and(|next| next < changed) {
        report
            .at(
                written.range,
                format!("`{}`, but the last commit changed the packet on {changed}", written.text),
            )
            .replace(written.range, changed.to_string());
    }
}
