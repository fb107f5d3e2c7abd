//! Where a clause id such as `CX-580E` is defined: ids are not unique, so every definition counts.

use memchr::memmem;

use super::Location;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::spec::tag;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// Definitions that an answer holds at most.
const MOST: usize = 20;

/// The headings of governance texts that name a clause; where no heading does, the first mention in each text.
pub fn defined(written: &str, workspace: &Workspace) -> Vec<Location> {
    let ids = tag::ids(written);
    let Some(id) = ids.first() else { return Vec::new() };
    // A short form of several, such as `CX-585A/B`, is written otherwise where each of them is defined.
    let stem = id.trim_end_matches(|letter: char| letter.is_ascii_uppercase());
    let mut titled = Vec::new();
    let mut mentioned = Vec::new();
    for document in workspace.documents().filter(|document| document.kind == Kind::Governance) {
        if memmem::find(document.text.as_bytes(), stem.as_bytes()).is_none() {
            continue;
        }
        let before = titled.len();
        for section in document.sections() {
            let names = |id: &String| named(section.title.of(&document.text), id).is_some();
            if ids.iter().any(names) {
                titled.push(Location::new(&document.path, section.title));
            }
        }
        if titled.len() == before {
            mentioned.extend(first_mention(document, id).map(|place| Location::new(&document.path, place)));
        }
    }
    let mut found = if titled.is_empty() { mentioned } else { titled };
    found.truncate(MOST);
    found
}

/// The places of a specification where a line begins with a clause id, marks aside; else its first mention.
pub fn stated(id: &str, spec: &Document) -> Vec<Range> {
    let is_mark = |letter: char| letter.is_ascii_digit() || " \t#*-+[(.>|`".contains(letter);
    let begins = |place: &Range| {
        let line = spec.line_at(place.start);
        Range::new(line.start, place.start).of(&spec.text).chars().all(is_mark)
    };
    let mut found: Vec<Range> = tag::occurrences(&spec.text, id).filter(begins).take(MOST).collect();
    if found.is_empty() {
        found.extend(tag::occurrences(&spec.text, id).next());
    }
    found
}

fn named(words: &str, id: &str) -> Option<Range> {
    tag::clauses(words).find(|clause| tag::covers(clause.of(words), id))
}

fn first_mention(document: &Document, id: &str) -> Option<Range> {
    let text = &document.text;
    let places = memmem::find_iter(text.as_bytes(), id.as_bytes());
    places
        .filter_map(|at| {
            let line = document.line_at(at);
            let found = named(line.of(text), id)?;
            Some(Range::new(line.start + found.start, line.start + found.end))
        })
        .next()
}
