//! Entries of the task board: put into the section of their state, in the form that the section takes (Part 6).

use super::last_words;
use crate::document::Document;
use crate::document::board::{Entry, State};
use crate::document::outline::Section;
use crate::ide::source_change::in_line_ends_of;
use crate::text::edit::Edit;
use crate::text::range::Range;

/// An entry as its section has it. `note` is the token of a finished packet, or why one is blocked.
pub fn line(wp: &str, state: State, note: &str) -> String {
    let said = match state {
        State::Ready => "[READY_FOR_DEV]".to_string(),
        State::InProgress => "[IN_PROGRESS]".to_string(),
        State::Done => format!("[{note}]"),
        State::Blocked => format!("BLOCKED: {note}"),
        State::Superseded => "[SUPERSEDED]".to_string(),
        State::StubBacklog => "[STUB]".to_string(),
        State::Active | State::Other => note.to_string(),
    };
    format!("- **[{wp}]** - {said}")
}

/// The edits that leave a work packet one entry, in the section of its state. Who works where, and phase gates, are
/// none of theirs.
pub fn put(board: &Document, wp: &str, state: State, note: &str) -> Vec<Edit> {
    let line = line(wp, state, note);
    let is_own = |entry: &Entry| {
        entry.id.of(&board.text) == wp && !matches!(entry.state, State::Active | State::Other)
    };
    let (own, others): (Vec<&Entry>, Vec<&Entry>) =
        board.board_entries().iter().partition(|entry| is_own(entry));
    let stays = own.iter().position(|entry| entry.state == state);
    let mut nested = String::new();
    let mut edits = Vec::new();
    for (_, entry) in own.iter().enumerate().filter(|(at, _)| stays != Some(*at)) {
        let whole = whole(board, entry);
        nested.push_str(whole.of(&board.text)[entry.line.of(&board.text).len()..].trim_end());
        edits.push(Edit::delete(with_line_end(board, whole)));
    }
    let nested = nested.replace("\r\n", "\n");
    let entry = format!("{line}{nested}");
    match stays.and_then(|at| own.get(at)) {
        Some(known) if known.line.of(&board.text).trim_end() == entry => {}
        Some(known) => edits.push(Edit::replace(known.line, in_line_ends_of(board, entry))),
        None => edits.push(insertion(board, &others, state, &entry)),
    }
    edits
}

/// Behind the last entry of the section, else behind its words, else in a new section at the end.
fn insertion(board: &Document, others: &[&Entry], state: State, entry: &str) -> Edit {
    let is_it = |section: &&Section| section.level == 2 && State::of(section) == state;
    let Some(section) = board.sections().iter().find(is_it) else {
        let before = if board.text.ends_with("\n\n") || board.text.is_empty() { "" } else { "\n" };
        let text = format!("{before}## {}\n\n{entry}\n", state.name());
        return Edit::insert(board.text.len(), in_line_ends_of(board, text));
    };
    let inside = |other: &&&Entry| other.state == state && section.body.contains(other.line);
    let (at, text) = match others.iter().rfind(inside) {
        Some(last) => (whole(board, last).end, format!("\n{entry}")),
        None => {
            let heading = board.line_at(section.heading.start).end;
            let at = last_words(board, section.own).unwrap_or(heading);
            // What stood below the heading keeps its distance.
            let after = if section.body.start >= board.text.len() { "\n" } else { "" };
            (at, format!("\n\n{entry}{after}"))
        }
    };
    Edit::insert(at, in_line_ends_of(board, text))
}

/// An entry with the indented lines below it.
fn whole(board: &Document, entry: &Entry) -> Range {
    let below = Range::new(entry.line.end, board.text.len());
    let mut end = entry.line.end;
    for line in board.lines_in(below).skip_while(|line| line.start <= entry.line.start) {
        let words = line.of(&board.text);
        if !words.starts_with([' ', '\t']) || words.trim().is_empty() {
            break;
        }
        end = line.end;
    }
    Range::new(entry.line.start, end)
}

/// With its line end, and with the blank line behind it where another stands before it.
fn with_line_end(board: &Document, range: Range) -> Range {
    let line_end =
        |text: &str| if text.starts_with("\r\n") { 2 } else { usize::from(text.starts_with('\n')) };
    let mut end = range.end + line_end(&board.text[range.end..]);
    let before = &board.text[..range.start];
    if before.ends_with("\n\n") || before.ends_with("\n\r\n") {
        end += line_end(&board.text[end..]);
    }
    Range::new(range.start, end)
}
