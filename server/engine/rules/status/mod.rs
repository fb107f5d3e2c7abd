//! Rules about the status field, verdicts and phase markers.

family! { 'C', "Status and verdicts";
    status_missing
    status_invalid
    status_conflict
    status_done_without_verdict
    status_gate_unreadable
    status_spelling
    status_not_startable
    status_done_verdict_fail
    status_blocked_reason_missing
    status_in_progress_without_bootstrap
    status_superseded_without_successor
    verdict_outside_reports
    verdict_invalid
    verdict_gate_unreadable
    collapsed_pass_signal
    phase_marker_order
    skeleton_missing
    skeleton_approval_missing
    skeleton_approval_malformed
}

use memchr::memmem;

use crate::document::Document;
use crate::document::lines::LineKind;

/// The line that allows the implementation to begin.
const APPROVAL: &str = "SKELETON APPROVED";

/// Whether the line of approval stands in the packet, alone and outside fences, as the gate reads it.
fn is_approved(packet: &Document) -> bool {
    memmem::find_iter(packet.text.as_bytes(), APPROVAL).any(|at| {
        let line = packet.line_at(at);
        packet.line_kind(line) == LineKind::Text && line.of(&packet.text).trim() == APPROVAL
    })
}
