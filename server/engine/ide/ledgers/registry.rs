//! Rows of the traceability registry: which packet is the active one of a base (Part 5.7 [CX-580E]).

use super::{cell, set_cell};
use crate::document::Document;
use crate::document::board::State;
use crate::document::registry::RegistryRow;
use crate::ide::source_change::in_line_ends_of;
use crate::text::edit::Edit;
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;

/// What a row is to say.
pub struct Active<'a> {
    pub base: &'a str,
    pub id: &'a str,
    /// The path of the packet, or of the stub while there is no packet.
    pub path: &'a str,
    pub state: State,
    /// The packet that this one takes the place of.
    pub supersedes: Option<&'a str>,
}

/// The edits that make a packet the active one of its base. A registry without a table is left alone.
pub fn put(registry: &Document, active: &Active) -> Vec<Edit> {
    let on_board = on_board(active);
    let rows = registry.registry_rows();
    let known = rows.iter().find(|row| row.base.of(&registry.text).trim_matches('`') == active.base);
    let Some(row) = known else {
        return new_row(registry, active.base, &row(active)).into_iter().collect();
    };
    let ticked = |old: Range, new: &str| match old.of(&registry.text).starts_with('`') {
        true => format!("`{new}`"),
        false => new.to_string(),
    };
    let notes = cell(&notes(row.notes.of(&registry.text), active));
    [
        set_cell(registry, &row.row, 1, &ticked(row.active, active.path)),
        set_cell(registry, &row.row, 2, &on_board),
        set_cell(registry, &row.row, 3, &notes),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A whole row.
pub fn row(active: &Active) -> String {
    let supersedes = active.supersedes.map(|old| format!("; supersedes: {old}")).unwrap_or_default();
    let (base, path, id) = (active.base, active.path, active.id);
    format!("| {base} | {path} | {} | active={id}{supersedes} |", on_board(active))
}

fn on_board(active: &Active) -> String {
    format!("{}: {}", active.state.name(), active.id)
}

/// The edit that says in a row where the board has its packet now.
pub fn state(registry: &Document, id: &str, state: State) -> Vec<Edit> {
    let rows = registry.registry_rows();
    let names = |words: &str| find_wp_ids(words).any(|found| found.of(words) == id);
    let row = rows.iter().find(|row| names(row.active.of(&registry.text)));
    row.and_then(|row| set_cell(registry, &row.row, 2, &format!("{}: {id}", state.name())))
        .into_iter()
        .collect()
}

/// The notes with another active packet, and what it takes the place of.
fn notes(old: &str, active: &Active) -> String {
    // What is activated is a stub no more.
    let is_stub = active.state == State::StubBacklog;
    let kept: Vec<&str> = old.split("; ").filter(|note| is_stub || *note != "stub").collect();
    let old = kept.join("; ");
    let mut notes = match old.find("active=") {
        Some(at) => {
            let from = at + "active=".len();
            let end = old[from..].find([';', ',', ' ']).map_or(old.len(), |end| from + end);
            format!("{}{}{}", &old[..from], active.id, &old[end..])
        }
        None if matches!(old.as_str(), "" | "-") => format!("active={}", active.id),
        None => format!("{old}; active={}", active.id),
    };
    let is_told = |old: &str| {
        let told = notes.find("supersedes: ").map_or("", |at| &notes[at..]);
        find_wp_ids(told).any(|found| found.of(told) == old)
    };
    if let Some(superseded) = active.supersedes.filter(|old| !is_told(old)) {
        match notes.find("supersedes: ") {
            Some(at) => notes.insert_str(at + "supersedes: ".len(), &format!("{superseded}, ")),
            None => notes.push_str(&format!("; supersedes: {superseded}")),
        }
    }
    notes
}

/// In its place where the rows are in the order of their bases, else behind the last one.
fn new_row(registry: &Document, base: &str, line: &str) -> Option<Edit> {
    let table = registry.registry_table()?;
    let rows = registry.registry_rows();
    let name = |row: &RegistryRow| row.base.of(&registry.text).trim_matches('`');
    let is_sorted = rows.is_sorted_by_key(name);
    let above = rows.iter().rfind(|row| !is_sorted || name(row) < base);
    let ruler = || registry.lines_in(Range::new(table.header.line.start, registry.text.len())).nth(1);
    let end = above.map(|row| row.row.line).or_else(ruler)?.end;
    Some(Edit::insert(end, in_line_ends_of(registry, format!("\n{line}"))))
}
