//! The outline of a file: its sections, and the fields, entries, rows and records in them.

use crate::document::Document;
use crate::document::board::Entry;
use crate::document::contract::Shape;
use crate::document::field::Field;
use crate::document::kind::Kind;
use crate::text::range::Range;

/// One entry of an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    pub name: String,
    /// What a field says, shortened.
    pub detail: String,
    pub is_field: bool,
    /// All of it.
    pub range: Range,
    /// Its name.
    pub selection: Range,
    pub children: Vec<Symbol>,
}

/// Sections with their subsections and fields, in the order of the text.
pub fn symbols(document: &Document) -> Vec<Symbol> {
    if document.kind == Kind::Spec {
        return spec(document);
    }
    let sections = document.sections();
    let mut built: Vec<Symbol> = sections
        .iter()
        .map(|section| Symbol {
            name: section.title.of(&document.text).to_string(),
            detail: String::new(),
            is_field: false,
            range: section.heading.cover(section.body),
            selection: section.title,
            children: Vec::new(),
        })
        .collect();
    let mut top = Vec::new();
    for field in &document.fields().list {
        let is_heading = field.section.is_some_and(|section| sections[section].title.contains(field.name));
        if field.in_report || is_heading {
            continue;
        }
        let symbol = Symbol {
            name: field.spec().name.to_string(),
            detail: detail(document, field),
            is_field: true,
            range: field.line,
            selection: field.name,
            children: Vec::new(),
        };
        match field.section {
            Some(section) => built[section].children.push(symbol),
            None => top.push(symbol),
        }
    }
    for row in rows(document) {
        let section = sections.iter().rposition(|section| section.heading.start <= row.range.start);
        match section {
            Some(section) => built[section].children.push(row),
            None => top.push(row),
        }
    }
    // From the last to the first, so that each section is whole before it goes into its parent.
    for index in (0..built.len()).rev() {
        if let Some(parent) = sections[index].parent {
            let own = std::mem::replace(&mut built[index], empty());
            built[parent].children.push(own);
        }
    }
    for (symbol, section) in built.into_iter().zip(sections) {
        if section.parent.is_none() {
            top.push(symbol);
        }
    }
    sort(&mut top);
    top
}

fn spec(document: &Document) -> Vec<Symbol> {
    let headings = document.spec_index().sections();
    headings
        .map(|heading| Symbol {
            name: format!("{} {}", heading.number, heading.title(&document.text)),
            detail: String::new(),
            is_field: false,
            range: heading.range(),
            selection: heading.title_range(),
            children: Vec::new(),
        })
        .collect()
}

/// What a field says, with its state: its count against the range, or that it is still to be filled.
fn detail(document: &Document, field: &Field) -> String {
    /// In characters; an outline is read at a glance.
    const LONGEST: usize = 60;
    let value = document.value_of(field).text;
    let is_first = document.field(field.label).is_some_and(|first| first.line == field.line);
    if let Some(counted) = document.counted(field.label).filter(|_| is_first && value.is_empty()) {
        let judged = if counted.fits() { "" } else { ", which does not fit" };
        return format!("{} of {}{judged}", counted.count, counted.range);
    }
    let items = document.items(field).list.len();
    if !document.is_said(field) && field.spec().shape != Shape::Section {
        return if value.is_empty() {
            "empty".to_string()
        } else {
            format!("to be filled: {}", short(value, LONGEST))
        };
    }
    if value.is_empty() && items > 0 {
        return format!("{items} entries");
    }
    short(value, LONGEST)
}

fn short(words: &str, longest: usize) -> String {
    match words.char_indices().nth(longest) {
        Some((cut, _)) => format!("{}..", &words[..cut]),
        None => words.to_string(),
    }
}

/// The rows and records of the files that list work packets, under the sections they stand in.
fn rows(document: &Document) -> Vec<Symbol> {
    let text = &document.text;
    let row = |name: Range, detail: &str, range: Range| Symbol {
        name: name.of(text).trim_matches('`').to_string(),
        detail: short(detail, 60),
        is_field: true,
        range: range.cover(name),
        selection: name,
        children: Vec::new(),
    };
    match document.kind {
        Kind::Board => {
            let entries = document.board_entries();
            let said = |entry: &Entry| entry.token.map_or("", |token| token.of(text)).to_string();
            entries.iter().map(|entry| row(entry.id, &said(entry), entry.line)).collect()
        }
        Kind::Audit => {
            let rows = document.audit_rows();
            rows.iter().map(|found| row(found.signature, found.purpose.of(text), found.row.line)).collect()
        }
        Kind::Registry => {
            let rows = document.registry_rows();
            rows.iter().map(|found| row(found.base, found.active.of(text), found.row.line)).collect()
        }
        Kind::Gates => {
            let records = document.gate_records().iter();
            records
                .filter_map(|record| {
                    Some(row(record.wp.as_ref()?.range, &record.gate.as_ref()?.text, record.range))
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

fn empty() -> Symbol {
    Symbol {
        name: String::new(),
        detail: String::new(),
        is_field: false,
        range: Range::empty(0),
        selection: Range::empty(0),
        children: Vec::new(),
    }
}

fn sort(symbols: &mut [Symbol]) {
    symbols.sort_by_key(|symbol| symbol.range.start);
    symbols.iter_mut().for_each(|symbol| sort(&mut symbol.children));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::testing::{DEMO, asked};

    fn told(symbols: &[Symbol]) -> Vec<(String, String)> {
        let own = |symbol: &Symbol| {
            assert!(symbol.range.contains(symbol.selection), "{symbol:?}");
            let mut all = vec![(symbol.name.clone(), symbol.detail.clone())];
            all.extend(told(&symbol.children));
            all
        };
        symbols.iter().flat_map(own).collect()
    }

    #[test]
    fn fields_say_what_they_hold_and_what_they_lack() {
        let place = asked(
            "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\n- USER_SIGNATURE: <pending>\n- SEARCH_TERMS:\n  - \"a\"\n- DATE:\n$0",
        );
        let found = told(&symbols(place.document()));
        let has = |name: &str, detail: &str| found.contains(&(name.to_string(), detail.to_string()));
        assert!(has("USER_SIGNATURE", "to be filled: <pending>"), "{found:?}");
        assert!(has("SEARCH_TERMS", "1 of 10-20, which does not fit"), "{found:?}");
        assert!(has("DATE", "empty"), "{found:?}");
    }

    #[test]
    fn entries_rows_and_records_are_in_the_outline() {
        let place = asked(&format!("{DEMO}$0"));
        let of = |path: &str| told(&symbols(place.workspace.document(path).expect("it is there")));
        let has = |path: &str, name: &str, detail: &str| {
            let found = of(path);
            assert!(found.contains(&(name.to_string(), detail.to_string())), "{found:?}");
        };
        has(".GOV/roles_shared/TASK_BOARD.md", "WP-1-Sync", "IN_PROGRESS");
        has(
            ".GOV/roles_shared/SIGNATURE_AUDIT.md",
            "mara050320260915",
            "Task packet creation: WP-1-Store-v2",
        );
        has(
            ".GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md",
            "WP-1-Store",
            ".GOV/task_packets/WP-1-Store-v2.md",
        );
        has(".GOV/roles/orchestrator/ORCHESTRATOR_GATES.json", "WP-1-Store-v2", "SIGNATURE");
    }
}
