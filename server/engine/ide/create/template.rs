//! Templates: the workspace's own where it has one, else ours; filled with what is known, and made whole.

use std::sync::Arc;

use crate::diagnostics::{self, Scope};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::field::Form;
use crate::document::kind::Kind;
use crate::ide::actions;
use crate::text::edit::{Edit, Edits};
use crate::text::grammar::transliteration::ascii_for;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// A template of the protocol.
pub struct Template {
    /// Its file's name in the folder of templates.
    pub file: &'static str,
    /// How its real title begins; what stands above explains the template.
    pub title: &'static str,
    pub ours: &'static str,
}

/// The template's text from its title on, ASCII and with `\n`, its marks replaced; a mark that is not known stays open.
pub fn filled(template: &Template, workspace: &Workspace, marks: &[(&str, &str)]) -> String {
    let path = format!("{}/{}", workspace.config.layout.templates, template.file);
    let text = workspace.document(&path).map_or(template.ours, |own| &*own.text);
    let text = ascii(&text.replace("\r\n", "\n"));
    let title = text.match_indices(template.title).map(|(at, _)| at);
    let start = title.into_iter().find(|&at| at == 0 || text[..at].ends_with('\n')).unwrap_or(0);
    let mut out = String::new();
    let mut rest = &text[start..];
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        let Some((mark, after)) = after.split_once("}}") else {
            rest = after;
            continue;
        };
        match marks.iter().find(|(known, _)| *known == mark) {
            Some((_, words)) => out.push_str(words),
            None => out.push_str(&format!("<fill: {}>", mark.to_ascii_lowercase().replace('_', " "))),
        }
        rest = after;
    }
    out.push_str(rest);
    format!("{}\n", out.trim_end())
}

fn ascii(text: &str) -> String {
    let mut letters = text.chars().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        out.push_str(&ascii_for(letter, letters.peek().copied()));
    }
    out
}

/// A file that is being made.
pub struct Draft<'a> {
    pub workspace: &'a Workspace,
    pub document: Arc<Document>,
}

impl<'a> Draft<'a> {
    pub fn new(workspace: &'a Workspace, path: &str, kind: Kind, text: String) -> Draft<'a> {
        let document = Arc::new(Document::new(path, kind, text, workspace.config.clone()));
        Draft { workspace, document }
    }

    pub fn text(&self) -> String {
        self.document.text.to_string()
    }

    /// Takes edits in; those that do not fit together are left out.
    pub fn apply(&mut self, edits: Vec<Edit>) {
        let text = Edits::new(edits).and_then(|edits| edits.apply(&self.document.text));
        if let Some(text) = text {
            let (path, kind) = (self.document.path.clone(), self.document.kind);
            self.document = Arc::new(Document::new(path, kind, text, self.document.config.clone()));
        }
    }

    /// Gives a field a value on its own line, in place of what stood there and of notes behind it.
    pub fn set(&mut self, label: Label, value: &str) {
        let Some(field) = self.document.field(label) else { return };
        let colon = if field.value.is_empty() { field.line.end } else { field.value.start };
        let before = Range::new(field.line.start, colon).of(&self.document.text).trim_end();
        let at = Range::new(field.line.start + before.len(), field.line.end);
        self.apply(vec![Edit::replace(at, format!(" {value}"))]);
    }

    /// Gives a list field these entries in place of all that stood below it.
    pub fn set_list(&mut self, label: Label, entries: &[String]) {
        let Some(field) = self.document.field(label) else { return };
        let whole = match field.form {
            Form::Heading(_) => self.document.whole(field),
            _ => field.block,
        };
        let indent = " ".repeat(field.indent + if matches!(field.form, Form::Heading(_)) { 0 } else { 2 });
        let end = match whole.of(&self.document.text).trim_end() {
            "" => field.line.end,
            words => (whole.start + words.len()).max(field.line.end),
        };
        let list: String = entries.iter().map(|entry| format!("\n{indent}- {entry}")).collect();
        let line = Range::new(
            field.line.start,
            if field.value.is_empty() { field.line.end } else { field.value.start },
        );
        let start = field.line.start + line.of(&self.document.text).trim_end().len();
        self.apply(vec![Edit::replace(Range::new(start, end), list)]);
    }

    /// Gives a field what it is about: one on its own line, several as a list.
    pub fn set_entries(&mut self, label: Label, entries: &[String]) {
        match entries {
            [] => {}
            [only] if self.document.field(label).is_some_and(|field| !field.value.is_empty()) => {
                self.set(label, only);
            }
            _ => self.set_list(label, entries),
        }
    }

    /// Gives a section these lines in place of all that stood in it.
    pub fn set_section(&mut self, name: &str, words: &str) {
        let found = self.document.sections().iter().find(|section| section.name == name);
        let Some(section) = found else { return };
        let heading = self.document.line_at(section.heading.start).end;
        let end = match section.body.of(&self.document.text).trim_end() {
            "" => heading,
            kept => section.body.start + kept.len(),
        };
        self.apply(vec![Edit::replace(Range::new(heading, end), format!("\n{}", words.trim_end()))]);
    }

    /// Inserts the fields that the template lacks and some rule misses.
    pub fn complete(&mut self) {
        let mut workspace = self.workspace.clone();
        // Each round inserts what the one before made visible.
        for _ in 0..4 {
            let text = self.document.text.clone();
            workspace.insert(Document::new(
                self.document.path.clone(),
                self.document.kind,
                text.clone(),
                self.document.config.clone(),
            ));
            let found = diagnostics::diagnostics(&self.document, &workspace, Scope::All);
            self.apply(actions::missing_edits(&found));
            if self.document.text == text {
                return;
            }
        }
    }
}
