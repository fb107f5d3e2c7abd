//! Rules about what a work packet waits for, and what waits for it.

family! { 'S', "Dependencies";
    dependency_undocumented
    dependency_blocks_missing
    dependency_unknown_wp
    dependency_self
    dependency_cycle
    dependency_blocker_not_validated
    dependency_blocker_failed
    dependency_superseded_target
    dependency_asymmetric
    dependency_independent_conflict
    dependency_base_id
    dependency_not_on_board
    dependency_board_mismatch
}

use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::field::Field;
use crate::document::status::Status;
use crate::text::grammar::id::find_wp_ids;
use crate::text::grammar::verdict::Verdict;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// The ids that a field names, with their places.
fn named<'a>(document: &'a Document, field: &Field) -> Vec<(&'a str, Range)> {
    let mut found = Vec::new();
    for range in [field.value, field.block] {
        let words = range.of(&document.text);
        found.extend(find_wp_ids(words).map(|id| {
            let place = Range::new(range.start + id.start, range.start + id.end);
            (place.of(&document.text), place)
        }));
    }
    found
}

/// What a document waits for, with the places where it says so.
fn waits_for(document: &Document) -> Vec<(&str, Range)> {
    let fields = document.fields().all(Label::DependsOn).filter(|field| !field.in_report);
    fields.flat_map(|field| named(document, field)).collect()
}

/// What a document waits for as it is written, the packet that is meant, and the place; what was replaced has a rule of its
/// own.
fn standing_blockers<'a>(document: &'a Document, workspace: &Workspace) -> Vec<(&'a str, String, Range)> {
    let waits = waits_for(document).into_iter().filter(|(wp, _)| !is_superseded(wp, workspace));
    waits.map(|(wp, place)| (wp, resolved(wp, workspace), place)).collect()
}

/// Whether the last verdict of a packet is FAIL.
fn has_failed(id: &str, workspace: &Workspace) -> bool {
    workspace.packet(id).is_some_and(|packet| packet.facts().last_verdict == Some(Verdict::Fail))
}

/// Whether the board has validated a work packet, or its last verdict is PASS. A base id stands for its active packet.
fn is_validated(wp: &str, workspace: &Workspace) -> bool {
    let id = resolved(wp, workspace);
    let on_board = workspace.index().is_validated(&id);
    on_board || workspace.packet(&id).is_some_and(|packet| packet.facts().last_verdict == Some(Verdict::Pass))
}

/// The packet that an id means: itself where there is one, else the active packet of that base.
fn resolved(wp: &str, workspace: &Workspace) -> String {
    if workspace.packet(wp).is_some() {
        return wp.to_string();
    }
    let active = workspace.index().registered(wp).map(|row| row.active_id().to_string());
    active.filter(|active| !active.is_empty()).unwrap_or_else(|| wp.to_string())
}

/// Whether a work packet was replaced; a base id goes on to its active packet.
fn is_superseded(wp: &str, workspace: &Workspace) -> bool {
    let said = workspace.packet(wp).is_some_and(|packet| packet.facts().status == Some(Status::Superseded));
    let listed = workspace.index().on_board(wp).any(|entry| entry.state == State::Superseded);
    (said || listed) && resolved(wp, workspace) == wp
}

/// Whether two ids mean the same work: they are equal, or one is the base that the other is the active packet of.
fn is_same(one: &str, other: &str, workspace: &Workspace) -> bool {
    one == other || resolved(one, workspace) == resolved(other, workspace)
}
