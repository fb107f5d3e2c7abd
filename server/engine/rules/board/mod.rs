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
    board_not_synced_main
}

use std::sync::Arc;

use crate::document::Document;
use crate::document::board::{Entry, State};
use crate::document::lines::LineKind;
use crate::document::outline::Section;
use crate::document::status::Status;
use crate::text::edit::Edit;
use crate::text::grammar::id::find_wp_ids;
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

/// A line that names one work packet, in the form of its section; what else it says stays out.
fn rewritten(board: &Document, line: Range, form: impl Fn(&str) -> String) -> Option<Edit> {
    let words = line.of(&board.text);
    let mut ids = find_wp_ids(words);
    let (id, other) = (ids.next()?, ids.next());
    let name = id.of(words);
    other.is_none_or(|other| other.of(words) == name).then(|| Edit::replace(line, form(name)))
}

/// Where a packet of this status is listed, and what its line says there; Done needs a verdict, Blocked a reason.
fn place_of(status: Option<Status>) -> Option<(State, &'static str)> {
    match status? {
        Status::Ready => Some((State::Ready, "")),
        Status::InProgress => Some((State::InProgress, " - [IN_PROGRESS]")),
        _ => None,
    }
}

/// Takes an entry's lines to the end of another section.
fn moved(board: &Document, entry: &Entry, to: State, written: &str) -> Option<Vec<Edit>> {
    let insert = listed(board, to, written)?;
    let below = board
        .lines_in(Range::new(entry.line.end, board.text.len()))
        .skip_while(|line| line.start <= entry.line.end);
    let nested = below.take_while(|line| line.of(&board.text).starts_with([' ', '\t'])).last();
    let whole = nested.map_or(entry.line, |last| entry.line.cover(last));
    Some(vec![insert, board.without_lines(whole)])
}

/// A further entry at the end of a section, in place of a `- NONE` that says it has none.
fn listed(board: &Document, state: State, written: &str) -> Option<Edit> {
    let section = sections(board, state).next()?;
    let is_none = |line: &Range| {
        let words = line
            .of(&board.text)
            .trim()
            .trim_start_matches(['-', '*', ' ', '('])
            .trim_end_matches([')', '*', '.']);
        words.eq_ignore_ascii_case("none")
    };
    if let Some(none) = board.lines_in(section.body).find(is_none) {
        return Some(Edit::replace(none, written));
    }
    let whole = board.line_at(section.heading.start).cover(section.body);
    let end = whole.start + whole.of(&board.text).trim_end().len();
    Some(Edit::insert(end, format!("{}{written}", board.line_end())))
}

/// The entries whose section is one of these.
fn entries<'a>(board: &'a Document, states: &'a [State]) -> impl Iterator<Item = &'a Entry> {
    board.board_entries().iter().filter(|entry| states.contains(&entry.state))
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
