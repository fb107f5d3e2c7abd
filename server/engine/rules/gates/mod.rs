//! Rules about the orchestrator's gates log: refinement, signature, preparation, in this order.

family! { 'W', "Gates log";
    gates_json_invalid
    gates_record_invalid
    gates_refinement_missing
    gates_signature_missing
    gates_prepare_missing
    gates_signature_twice
    gates_order
    gates_turn_lock
    gates_worktree_absolute
    gates_worktree_backslash
    gates_branch_form
    gates_coder_form
    gates_packet_before_prepare
    branch_mismatch
    checkpoint_commit_missing
    gates_worktree_missing
    gates_branch_missing
    edit_on_main
}

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::gates::Record;
use crate::document::kind::Kind;
use crate::rules::report::Report;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// The time of a record in milliseconds, where it has one.
fn time(record: &Record) -> Option<i64> {
    let written = record.timestamp.as_ref()?;
    written.text.parse::<jiff::Timestamp>().ok().map(|time| time.as_millisecond())
}

/// The last record of a type for a work packet.
fn last<'a>(records: &'a [Record], wp: &str, gate: &str) -> Option<&'a Record> {
    let is_it = |record: &&Record| {
        record.wp.as_ref().is_some_and(|said| said.text == wp)
            && record.gate.as_ref().is_some_and(|said| said.text == gate)
    };
    records.iter().rfind(is_it)
}

/// Tells that the gates log has no record of a type for the packet, at the field that the gate would have checked.
fn unrecorded(packet: &Document, workspace: &Workspace, report: &mut Report, gate: &str, label: Label) {
    if workspace.only(Kind::Gates).is_none() {
        return;
    }
    let id = packet.stem();
    if !workspace.index().gates(id).iter().any(|record| record.gate == gate) {
        let place = packet.field(label).map_or_else(|| packet.place_in(""), |field| field.line);
        report.at(place, format!("no {gate} record of {id} in the gates log"));
    }
}

/// The last PREPARE record of each active packet, in the order of the log.
pub(super) fn prepared<'a>(log: &'a Document, workspace: &Workspace) -> Vec<&'a Record> {
    let is_active = |wp: &str| {
        workspace.packet(wp).is_some_and(|packet| workspace.lifecycle(packet) == Lifecycle::Active)
    };
    let mut last: Vec<&Record> = Vec::new();
    for record in log.gate_records() {
        let is_prepare = record.gate.as_ref().is_some_and(|gate| gate.text == "PREPARE");
        let wp = record.wp.as_ref().map(|wp| wp.text.clone());
        let Some(wp) = wp.filter(|wp| is_prepare && is_active(wp)) else { continue };
        last.retain(|earlier| earlier.wp.as_ref().is_none_or(|said| said.text != wp));
        last.push(record);
    }
    last
}
