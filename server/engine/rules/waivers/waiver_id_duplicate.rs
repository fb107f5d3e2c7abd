//! # Two packets have a waiver of the same id
//!
//! Who cites the id means one of them, and nobody knows which. A revision carries on what its base was granted, so packets of
//! one base may share an id.
//!
//! ````md,bad
//! //- .GOV/task_packets/WP-1-Example.md
//! ## WAIVERS GRANTED
//! - Waiver ID: WAIVER-7
//!   - Date: 2026-03-01
//! //- .GOV/task_packets/WP-1-Console.md
//! ## WAIVERS GRANTED
//! - Waiver ID: WAIVER-7
//!   - Date: 2026-03-02
//! ````
//!
//! ````md,good
//! //- .GOV/task_packets/WP-1-Example.md
//! ## WAIVERS GRANTED
//! - Waiver ID: WAIVER-7
//!   - Date: 2026-03-01
//! //- .GOV/task_packets/WP-1-Example-v2.md
//! ## WAIVERS GRANTED
//! - Waiver ID: WAIVER-7
//!   - Date: 2026-03-01
//! ````
//!
//! Source: Waivers [CX-573F].

use crate::document::Document;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::base_of;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule = Rule { severity: Severity::Warning, check: Check::Workspace(check), ..Rule::BASE };

fn check(packet: &Document, workspace: &Workspace, report: &mut Report) {
    let own = base_of(packet.stem());
    for place in packet.waivers().into_iter().filter_map(|waiver| waiver.id) {
        let id = place.of(&packet.text);
        let others = workspace.index().waived(id).filter_map(|path| workspace.document(path));
        let Some(other) = others.into_iter().find(|other| base_of(other.stem()) != own) else { continue };
        let there = other.waivers().into_iter().filter_map(|waiver| waiver.id);
        let there = there.into_iter().find(|there| there.of(&other.text) == id).unwrap_or(Range::empty(0));
        report.at(place, format!("{} has a waiver `{id}` too", other.stem())).related(
            other.path.clone(),
            there,
            "the other waiver",
        );
    }
}
