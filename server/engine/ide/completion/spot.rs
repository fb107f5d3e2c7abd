//! The place of the cursor: what stands before it on its line, and whose entry that line is.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::field::{Bold, Field, Form};
use crate::document::list::Written;
use crate::text::range::Range;
use crate::workspace::Workspace;

pub(super) struct Spot<'a> {
    pub document: &'a Document,
    pub workspace: &'a Workspace,
    pub offset: usize,
    /// Bytes behind the cursor that stand for what will be typed.
    pub filler: usize,
}

/// How a line begins.
pub(super) struct Beginning {
    pub indent: usize,
    pub marker: Option<char>,
    /// Where the words begin, behind bullet and checkbox.
    pub words: usize,
}

impl<'a> Spot<'a> {
    pub fn line(&self) -> Range {
        self.document.line_at(self.offset)
    }

    /// The line up to the cursor.
    pub fn before(&self) -> &'a str {
        self.document.text.get(self.line().start..self.offset).unwrap_or("")
    }

    /// The line from the cursor on.
    pub fn after(&self) -> &'a str {
        self.document.text.get(self.offset + self.filler..self.line().end).unwrap_or("")
    }

    /// Where the word that ends at the cursor begins, not before `from`.
    pub fn word_start(&self, from: usize, is_part: impl Fn(char) -> bool) -> usize {
        let before = self.document.text.get(from..self.offset).unwrap_or("");
        self.offset - (before.len() - before.trim_end_matches(is_part).len())
    }

    /// How far the word goes on behind the cursor.
    pub fn word_rest(&self, is_part: impl Fn(char) -> bool) -> usize {
        self.after().len() - self.after().trim_start_matches(is_part).len()
    }

    /// The field whose label stands on this line, and where its value begins, with the cursor behind it.
    pub fn value(&self) -> Option<(&'a Field, usize)> {
        let (text, line) = (&self.document.text, self.line());
        let field = self.document.fields().list.iter().find(|field| field.line.start == line.start)?;
        let colon = text.get(field.name.end..line.end)?.find(':')?;
        let mut start = field.name.end + colon + 1;
        if field.bold == Bold::ColonInside && text.get(start..)?.starts_with("**") {
            start += 2;
        }
        let typed = text.get(start..self.offset)?;
        Some((field, start + typed.len() - typed.trim_start().len()))
    }

    /// The field whose entry this line is, and where the entry begins, with the cursor behind it.
    pub fn item(&self) -> Option<(&'a Field, usize)> {
        let line = self.line();
        let beginning = self.beginning();
        beginning.marker?;
        let around = self.around().find(|field| match field.form {
            Form::Bullet(_) => {
                let items = self.document.items(field);
                // Entries may stand beside the label where earlier ones do.
                let beside = items.list.first().is_some_and(|first| {
                    let words = first.line.of(&self.document.text);
                    first.line.start < line.start && words.len() - words.trim_start().len() <= field.indent
                });
                beginning.indent > field.indent
                    || items.written == Written::List && beside && beginning.indent == field.indent
            }
            Form::Bare | Form::Heading(_) => true,
        })?;
        (self.offset >= beginning.words).then_some((around, beginning.words))
    }

    /// Whether the line stands under this field.
    pub fn is_under(&self, label: Label) -> bool {
        self.around().any(|field| field.label == label)
    }

    /// The fields in whose block the line stands, the nearest first.
    fn around(&self) -> impl Iterator<Item = &'a Field> {
        let at = self.line().start;
        let holds = move |field: &&Field| field.block.start <= at && at < field.block.end;
        self.document.fields().list.iter().rev().filter(holds)
    }

    pub fn beginning(&self) -> Beginning {
        let line = self.line();
        let words = line.of(&self.document.text);
        let rest = words.trim_start();
        let indent = words.len() - rest.len();
        let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let marker = rest[digits..].chars().next().filter(|marker| match digits {
            0 => "-*+".contains(*marker),
            _ => ".)".contains(*marker),
        });
        let behind = marker.map(|marker| &rest[digits + marker.len_utf8()..]);
        let Some(behind) = behind.filter(|behind| behind.starts_with([' ', '\t'])) else {
            return Beginning { indent, marker: None, words: line.start + indent };
        };
        let mut entry = behind.trim_start();
        for checkbox in ["[ ] ", "[x] ", "[X] "] {
            entry = entry.strip_prefix(checkbox).unwrap_or(entry);
        }
        // Blanks behind the cursor are no part of the beginning.
        let start = (line.end - entry.len()).min(self.offset.max(line.start + indent + digits + 1));
        Beginning { indent, marker, words: start }
    }
}
