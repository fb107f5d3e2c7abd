//! # The board names a blocker that the packet does not know
//!
//! One of the two is out of date: the packet says what it waits for.
//!
//! ````md,bad
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA soon)
//! //- .GOV/task_packets/WP-1-Example.md
//! - Depends on: NONE
//! ````
//!
//! ````md,good
//! //- .GOV/roles_shared/TASK_BOARD.md
//! ## Blocked
//! - **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA soon)
//! //- .GOV/task_packets/WP-1-Example.md
//! - Depends on: WP-1-Storage
//! ````
//!
//! Source: Part 7.1 [CX-573E].

use super::is_same;
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub const RULE: Rule =
    Rule { kinds: &[Kind::Board], severity: Severity::Warning, check: Check::Workspace(check), ..Rule::BASE };

fn check(board: &Document, workspace: &Workspace, report: &mut Report) {
    let mut told = |id: Range, blockers: Vec<Range>| {
        let own = id.of(&board.text);
        let Some(packet) = workspace.packet(own) else { return };
        let facts = packet.facts();
        let noted = packet.field(Label::Blocker).map_or("", |field| packet.whole(field).of(&packet.text));
        for place in blockers {
            let wp = place.of(&board.text);
            let is_known = facts.depends_on.iter().any(|known| is_same(known, wp, workspace))
                || find_wp_ids(noted).any(|id| id.of(noted) == wp);
            if wp != own && !is_known {
                report.at(place, format!("{own} does not say that it depends on {wp}"));
            }
        }
    };
    for entry in board.board_entries().iter().filter(|entry| entry.state == State::Blocked) {
        let words = entry.rest.of(&board.text);
        let at = |id: Range| Range::new(entry.rest.start + id.start, entry.rest.start + id.end);
        told(entry.id, find_wp_ids(words).map(at).collect());
    }
    for entry in board.phase_gates().flat_map(|gate| board.gate_entries(gate)) {
        told(entry.id, entry.blockers);
    }
}
