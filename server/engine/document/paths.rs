//! Entries of IN_SCOPE_PATHS and FILES_TO_OPEN as paths with notes.

use super::Document;
use super::contract::label::Label;
use super::field::Field;
use super::list::{Item, Written};
use super::placeholder;
use crate::text::range::Range;

/// One path entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathEntry {
    /// Relative, with `/`, without leading `./` or `/`.
    pub path: String,
    /// The path as written, without backticks and note.
    pub range: Range,
    /// What stands behind the path, such as `(new tests)`.
    pub note: Range,
    pub form: PathForm,
    /// The bullet, where the entry is a list item.
    pub marker: Option<char>,
}

/// What an entry names, judged by its spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathForm {
    File,
    Directory,
    Glob,
    /// Words, not a path.
    Prose,
}

impl PathEntry {
    /// The path as file locks compare it: some file systems do not tell letters by their case.
    pub fn lock(&self) -> String {
        self.path.trim_end_matches('/').to_lowercase()
    }

    /// Whether the entry changes the form of stored data.
    pub fn is_migration(&self) -> bool {
        self.path.ends_with(".sql") || self.path.split('/').any(|part| part == "migrations")
    }

    /// Whether the note says that the file does not exist yet.
    pub fn is_new(&self, text: &str) -> bool {
        let note = self.note.of(text).to_ascii_lowercase();
        ["new", "create", "add", "generated"].iter().any(|word| note.contains(word))
    }
}

impl Document {
    /// The entries of a path list, read once for the many rules that ask; placeholders are no entries.
    pub fn paths(&self, label: Label) -> &[PathEntry] {
        self.field(label).map_or(&[], |field| field.known().paths.get_or_init(|| read(self, field)))
    }

    /// The files that a packet locks while it is worked on: what is in scope, without the records that every packet
    /// writes to (Part 4, step 1 [CX-CONC-001]).
    pub fn lock_set(&self) -> impl Iterator<Item = &PathEntry> {
        let layout = &self.config.layout;
        let shared = [
            &layout.task_board,
            &layout.signature_audit,
            &layout.registry,
            &layout.spec_pointer,
            &layout.gates,
        ];
        let is_own = |path: &str| {
            [&layout.packets, &layout.refinements].iter().any(|folder| {
                let name = path.strip_prefix(folder.as_str()).and_then(|rest| rest.strip_prefix('/'));
                name.and_then(|name| name.strip_suffix(".md")) == Some(self.stem())
            })
        };
        self.paths(Label::InScopePaths).iter().filter(move |entry| {
            let is_path = matches!(entry.form, PathForm::File | PathForm::Directory);
            is_path && !shared.iter().any(|path| **path == entry.path) && !is_own(&entry.path)
        })
    }
}

fn read(document: &Document, field: &Field) -> Vec<PathEntry> {
    let items = document.items(field);
    if matches!(items.written, Written::Nothing | Written::Prose) {
        return Vec::new();
    }
    let text = &document.text;
    let mut entries = Vec::new();
    for item in items.list.iter().filter(|item| placeholder::class_with_note(item.head.of(text)).is_none()) {
        let nested = nested(document, item);
        // `Backend:` above a list of paths is its heading.
        if nested.is_empty() {
            entries.push(entry(item, text));
        }
        entries.extend(nested.iter().map(|inner| entry(inner, text)));
    }
    entries
}

/// The entries of the list below an item that ends in a colon.
fn nested(document: &Document, item: &Item) -> Vec<Item> {
    let text = &document.text;
    if !item.head.of(text).trim_end_matches(['*', '`']).ends_with(':') {
        return Vec::new();
    }
    let below = Range::new(item.line.end, item.range.end);
    let lines = document.lines_in(below).filter_map(|line| {
        let words = line.of(text);
        let bare = words.trim_start();
        let head = bare.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with([' ', '\t']))?.trim();
        let start = line.start + words.find(head).filter(|_| !head.is_empty())?;
        let head = Range::new(start, start + head.len());
        Some(Item { head, range: head, line, marker: bare.chars().next(), checked: None })
    });
    lines.collect()
}

fn entry(item: &Item, text: &str) -> PathEntry {
    let words = item.head.of(text);
    let cut = cut(words);
    let raw = words[..cut].trim_end();
    let inner = raw.trim_matches('`');
    let start = item.head.start + (raw.len() - raw.trim_start_matches('`').len());
    let range = Range::new(start, start + inner.len());
    let path = inner.replace('\\', "/");
    let path = path.strip_prefix("./").or_else(|| path.strip_prefix('/')).unwrap_or(&path).to_string();
    let form = form(&path);
    PathEntry {
        path,
        range,
        note: Range::new(item.head.start + cut, item.head.end),
        form,
        marker: item.marker,
    }
}

/// Where the path ends and a note begins. A parenthesis without a space before it is part of the name.
fn cut(words: &str) -> usize {
    if let Some(rest) = words.strip_prefix('`')
        && let Some(close) = rest.find('`')
    {
        return close + 2;
    }
    let marks = [" (", " - ", " -- ", " -> ", " \u{2014} ", " \u{2013} "];
    // Every mark begins with a space, so one look along the spaces finds the first of them.
    memchr::memchr_iter(b' ', words.as_bytes())
        .find(|&at| marks.iter().any(|mark| words[at..].starts_with(mark)))
        .unwrap_or(words.len())
}

fn form(path: &str) -> PathForm {
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or(path);
    if path.contains(['*', '?']) || has_class(path) {
        return PathForm::Glob;
    }
    if path.ends_with('/') {
        return PathForm::Directory;
    }
    let has_extension = last.rfind('.').is_some_and(|dot| {
        let extension = &last[dot + 1..];
        !extension.is_empty()
            && extension.len() <= 10
            && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    let words = path.split_whitespace().count();
    if has_extension && (words <= 1 || path.contains('/') || words <= 6) {
        return PathForm::File;
    }
    if words == 1 && (is_bare_file(last) || is_hidden_file(last) || is_program(path)) {
        return PathForm::File;
    }
    if path.contains('/') && words <= 1 {
        return PathForm::Directory;
    }
    PathForm::Prose
}

/// Files that have no extension by custom: `justfile`, `Makefile`, `CODEOWNERS`.
fn is_bare_file(name: &str) -> bool {
    let custom =
        ["justfile", "makefile", "dockerfile", "containerfile", "procfile", "gemfile", "rakefile", "license"];
    let capitals = name.len() >= 4 && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    capitals || custom.iter().any(|file| name.eq_ignore_ascii_case(file))
}

/// Settings of tools: `.gitattributes`, `.editorconfig`.
fn is_hidden_file(name: &str) -> bool {
    name.strip_prefix('.').is_some_and(|name| name.starts_with(|letter: char| letter.is_ascii_lowercase()))
}

/// Whether a path lies where programs without an extension do: `scripts/hooks/pre-commit`.
fn is_program(path: &str) -> bool {
    path.rsplit('/').nth(1).is_some_and(|folder| matches!(folder, "hooks" | "bin"))
}

/// Whether a path holds a class of letters such as `[a-z]`; `[id]` and `[...slug]` are names of routes.
fn has_class(path: &str) -> bool {
    path.split('[').skip(1).any(|rest| {
        let inner = rest.split(']').next().unwrap_or("").as_bytes();
        inner.len() < rest.len() && inner.len() >= 3 && inner.get(1) == Some(&b'-') && !rest.contains(' ')
    })
}

#[cfg(test)]
mod tests {
    use super::{PathForm, form};

    #[test]
    fn what_an_entry_names_is_seen_by_its_spelling() {
        for (path, wanted) in [
            ("src/a.rs", PathForm::File),
            (".github/CODEOWNERS", PathForm::File),
            ("justfile", PathForm::File),
            (".gitattributes", PathForm::File),
            ("scripts/hooks/pre-commit", PathForm::File),
            ("src/[id]/page.tsx", PathForm::File),
            ("src/[...slug]/page.tsx", PathForm::File),
            ("src/[a-z].rs", PathForm::Glob),
            ("src/*.rs", PathForm::Glob),
            ("src/jobs", PathForm::Directory),
            ("src/jobs/", PathForm::Directory),
            ("the backend", PathForm::Prose),
            ("backend", PathForm::Prose),
        ] {
            assert_eq!(form(path), wanted, "{path}");
        }
    }
}
