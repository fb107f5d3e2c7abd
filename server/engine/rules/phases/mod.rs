//! Rules about the phase closure gate on the task board: a phase closes when everything in it is validated.

family! { 'V', "Phase gates";
    phase_gate_entry_incomplete
    phase_gate_status_missing
    phase_close_not_validated
    phase_close_blocked
    phase_close_ready_remaining
}

use crate::document::Document;
use crate::document::outline::Section;
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// The sections of the phase gates.
fn gates(board: &Document) -> impl Iterator<Item = &Section> {
    board.sections().iter().filter(|section| section.name.contains("CLOSURE_GATE"))
}

/// The numbered entries of a gate: id, its place, and the lines of the entry.
fn entries<'a>(board: &'a Document, gate: &Section) -> Vec<(&'a str, Range, Range)> {
    let mut entries: Vec<(&str, Range, Range)> = Vec::new();
    for line in board.lines_in(gate.body) {
        let words = line.of(&board.text);
        let numbered = words
            .trim_start()
            .split_once(". ")
            .is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()));
        let id = find_wp_ids(words).next().filter(|_| numbered && !words.starts_with(' '));
        match id {
            Some(id) => {
                let place = Range::new(line.start + id.start, line.start + id.end);
                entries.push((place.of(&board.text), place, line));
            }
            None => {
                if let Some((_, _, whole)) = entries.last_mut() {
                    whole.end = line.end;
                }
            }
        }
    }
    entries
}

/// The words with which a gate claims that its phase is over, where it does.
fn claim(board: &Document, gate: &Section) -> Option<Range> {
    let claims = |line: &Range| {
        let words = line.of(&board.text).to_ascii_uppercase();
        let status = words.contains("STATUS");
        status
            && (words.contains("READY TO CLOSE") || words.contains("CLOSED"))
            && !words.contains("NOT READY")
    };
    board.lines_in(gate.body).find(claims)
}

/// Whether the board has validated a work packet.
fn is_validated(wp: &str, workspace: &Workspace) -> bool {
    workspace.index().is_validated(wp)
}
