//! # The packet waits for work that is nowhere
//!
//! It would wait for ever.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## Dependencies
//! - Depends on: WP-1-Gone
//! - Blocks: NONE
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! ## Dependencies
//! - Depends on: WP-1-Storage
//! - Blocks: NONE
//!
//! //- .GOV/task_packets/WP-1-Storage.md
//! - **Status:** Ready for Dev
//! ````
//!
//! Source: Part 7.1 [CX-573E].

use super::named;
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, FixPolicy, Rule};
use crate::text::grammar::nearest::nearest;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule {
    kinds: &[Kind::Packet, Kind::Stub],
    severity: Severity::Error,
    fix: FixPolicy::Review,
    check: Check::Workspace(check),
    ..Rule::BASE
};

fn check(document: &Document, workspace: &Workspace, report: &mut Report) {
    let index = workspace.index();
    let fields = [Label::DependsOn, Label::Blocks, Label::Blocker]
        .into_iter()
        .flat_map(|label| document.fields().all(label));
    for field in fields.filter(|field| !field.in_report) {
        for (wp, place) in named(document, field) {
            let known = workspace.packet(wp).is_some()
                || workspace.stub(wp).is_some()
                || index.registered(wp).is_some();
            let listed = index.board().iter().any(|entry| entry.wp == wp) || !index.family(wp).is_empty();
            if !known && !listed {
                let finding = report.at(place, format!("there is no work packet {wp}"));
                let known = index.packets.iter().chain(&index.stubs).map(String::as_str);
                let known = known.filter(|id| *id != document.stem());
                if let Some(nearest) = nearest(wp, known) {
                    finding.replace(place, nearest);
                }
            }
        }
    }
}
