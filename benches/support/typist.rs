//! Somebody who types in one open packet and takes everything back.

use std::sync::Arc;

use engine::engine::{Change, Engine, Publication};
use engine::text::buffer;
use engine::text::line_index::{Encoding, Position};

use super::edit::Edit;
use super::files::Files;

/// Types an edit at a place, takes it back, and moves on to the next place; after the last comes the first.
pub struct Typist {
    engine: Engine,
    path: String,
    typed: String,
    places: Vec<Position>,
    strokes: usize,
}

impl Typist {
    /// Opens the packet and shows its findings once, so that no stroke pays for the start.
    pub fn new(files: &Files, path: &str, edit: Edit, places: usize) -> Typist {
        let mut engine = files.engine();
        let text = files.text(path);
        engine.apply(Change::Opened { path: path.into(), text: text.to_string(), version: 0 });
        engine.publications();
        engine.prepare(|| true);
        let places = edit.places(text, places);
        Typist { engine, path: path.into(), typed: edit.text(), places, strokes: 0 }
    }

    /// Opens more files beside the packet, as tabs that nobody types in.
    pub fn beside<'a>(mut self, files: &Files, others: impl IntoIterator<Item = &'a str>) -> Typist {
        for path in others.into_iter().filter(|path| *path != self.path) {
            let text = files.text(path).to_string();
            self.engine.apply(Change::Opened { path: path.into(), text, version: 0 });
        }
        self.engine.publications();
        self.engine.prepare(|| true);
        self
    }

    /// How many strokes leave the text as it was at the beginning.
    pub fn round(&self) -> usize {
        self.places.len() * 2
    }

    /// From the change to the findings of everything open.
    pub fn stroke(&mut self) -> Vec<Publication> {
        let start = self.places[self.strokes / 2 % self.places.len()];
        let change = if self.strokes.is_multiple_of(2) {
            buffer::Change::Part { start, end: start, text: self.typed.clone() }
        } else {
            buffer::Change::Part { start, end: self.end_of_typed(start), text: String::new() }
        };
        self.strokes += 1;
        self.engine.apply(Change::Edited {
            path: self.path.clone(),
            changes: vec![change],
            encoding: Encoding::Utf16,
            version: self.strokes as i32,
        });
        self.engine.publications()
    }

    /// What is shown now; computes nothing that is known.
    pub fn shown(&mut self) -> Vec<Publication> {
        self.engine.publications()
    }

    pub fn text(&mut self) -> Arc<str> {
        let document = self.engine.snapshot().workspace.document(&self.path).cloned();
        document.expect("it is open").text.clone()
    }

    fn end_of_typed(&self, start: Position) -> Position {
        let last = self.typed.rsplit('\n').next().map_or(0, str::len) as u32;
        match self.typed.matches('\n').count() as u32 {
            0 => Position { line: start.line, column: start.column + last },
            more => Position { line: start.line + more, column: last },
        }
    }
}
