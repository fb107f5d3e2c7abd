//! Rules about the task board: its sections, its entries, and whether they say what the packets say.

family! { 'P', "Task board";
    board_missing
    board_section_missing
    board_section_duplicate
    board_section_unknown
    board_in_progress_form
    board_done_form
    board_superseded_form
    board_ready_form
    board_blocked_form
    board_stub_form
    board_active_form
    board_active_token
    board_duplicate
    board_unknown_wp
    board_packet_unlisted
    board_status_drift
    board_done_without_verdict
    board_verdict_mismatch
    board_done_not_validated
    board_ready_is_stub
    board_stub_activated
    board_stub_file_missing
    board_blocked_reason_missing
    board_blocked_eta_missing
    board_blocked_resolved
    board_old_revision_active
    board_superseded_missing
    board_superseded_is_active
}

use std::sync::Arc;

use crate::document::Document;
use crate::document::board::{Entry, State};
use crate::document::lines::LineKind;
use crate::document::outline::Section;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// The sections of one state.
fn sections(board: &Document, state: State) -> impl Iterator<Item = &Section> {
    board.sections().iter().filter(move |section| section.level == 2 && State::of(section) == state)
}

/// The lines of a state that begin with a hyphen, rulers included: the board check reads them all.
fn bullets(board: &Document, state: State) -> Vec<Range> {
    sections(board, state)
        .flat_map(|section| board.lines_in(section.body))
        .filter(|line| {
            board.line_kind(*line) == LineKind::Text && line.of(&board.text).trim_start().starts_with('-')
        })
        .collect()
}

/// The entries whose section is one of these.
fn entries(board: &Document, states: &[State]) -> Vec<Entry> {
    board.board_entries().into_iter().filter(|entry| states.contains(&entry.state)).collect()
}

/// The packet of an entry, where it is in the workspace.
fn packet_of<'a>(board: &Document, entry: &Entry, workspace: &'a Workspace) -> Option<&'a Arc<Document>> {
    workspace.packet(entry.id.of(&board.text))
}

/// What stands behind the id of an entry, without the dash.
fn reason<'a>(board: &'a Document, entry: &Entry) -> &'a str {
    entry.rest.of(&board.text).trim_start_matches(['-', ' ', ':'])
}

/// The words of a line without the blanks around them.
fn trimmed(board: &Document, line: Range) -> Range {
    let words = line.of(&board.text);
    let start = line.start + words.len() - words.trim_start().len();
    Range::new(start, start + words.trim().len())
}
