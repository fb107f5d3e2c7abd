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
use crate::text::range::Range;

/// The line that allows the implementation to begin.
const APPROVAL: &str = "SKELETON APPROVED";

/// The line of approval, alone and outside fences, as the gate reads it.
fn approval(packet: &Document) -> Option<Range> {
    memmem::find_iter(packet.text.as_bytes(), APPROVAL)
        .map(|at| packet.line_at(at))
        .find(|&line| packet.line_kind(line) == LineKind::Text && line.of(&packet.text).trim() == APPROVAL)
}
