//! # Three signed packets or more are being edited at once
//!
//! Signed packets are not caught up with a new specification or new governance; the next packet is. Counted are packets
//! whose frozen fields differ from the last commit.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260015
//! - RISK_TIER: HIGH
//! //- .GOV/task_packets/WP-1-Other.md
//! - USER_SIGNATURE: mara050320260115
//! - RISK_TIER: HIGH
//! //- .GOV/task_packets/WP-1-Third.md
//! - USER_SIGNATURE: mara050320260215
//! - RISK_TIER: HIGH
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260015
//! - RISK_TIER: LOW
//! //- HEAD:.GOV/task_packets/WP-1-Other.md
//! - USER_SIGNATURE: mara050320260115
//! - RISK_TIER: LOW
//! //- HEAD:.GOV/task_packets/WP-1-Third.md
//! - USER_SIGNATURE: mara050320260215
//! - RISK_TIER: LOW
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260015
//! - RISK_TIER: HIGH
//! //- .GOV/task_packets/WP-1-Other.md
//! - USER_SIGNATURE: mara050320260115
//! - RISK_TIER: HIGH
//! //- .GOV/task_packets/WP-1-Third.md
//! - USER_SIGNATURE: mara050320260215
//! - RISK_TIER: LOW
//! //- HEAD:.GOV/task_packets/WP-1-Example.md
//! - USER_SIGNATURE: mara050320260015
//! - RISK_TIER: LOW
//! //- HEAD:.GOV/task_packets/WP-1-Other.md
//! - USER_SIGNATURE: mara050320260115
//! - RISK_TIER: LOW
//! //- HEAD:.GOV/task_packets/WP-1-Third.md
//! - USER_SIGNATURE: mara050320260215
//! - RISK_TIER: LOW
//! ````
//!
//! Source: Part 1 [CX-585A/C]; Part 2.5.2.

use crate::document::Document;
use crate::document::lock;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::workspace::Workspace;
use crate::workspace::git::Past;

pub const RULE: Rule = Rule {
    severity: Severity::Warning,
    fix: FixPolicy::Never,
    check: Check::Surroundings(check),
    ..Rule::BASE
};

const MANY: usize = 3;

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let Some(git) = &workspace.surroundings.git else { return };
    if !git.pasts.get(&*packet.path).is_some_and(|past| is_edited(past, packet)) {
        return;
    }
    let others = git.pasts.iter().filter(|(path, past)| {
        **path != *packet.path && workspace.document(path).is_some_and(|other| is_edited(past, other))
    });
    let mut others: Vec<&str> = others.map(|(_, past)| past.committed.document.stem()).collect();
    if others.len() + 1 >= MANY {
        others.sort_unstable();
        let message = format!(
            "frozen fields of {} signed packets are changed at once, also of {}",
            others.len() + 1,
            others.join(", ")
        );
        report.at(packet.place_in("METADATA"), message);
    }
}

fn is_edited(past: &Past, now: &Document) -> bool {
    let committed = &past.committed.document;
    committed.text != now.text && committed.is_locked() && !lock::edits(committed, true, now).is_empty()
}
