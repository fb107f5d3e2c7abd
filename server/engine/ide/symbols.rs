//! The outline of a file: its sections, and the fields in them.

use crate::document::Document;
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

fn detail(document: &Document, field: &crate::document::field::Field) -> String {
    /// In characters; an outline is read at a glance.
    const LONGEST: usize = 60;
    let value = document.value_of(field).text;
    let items = document.items(field).list.len();
    if value.is_empty() && items > 0 {
        return format!("{items} entries");
    }
    match value.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}..", &value[..cut]),
        None => value.to_string(),
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
