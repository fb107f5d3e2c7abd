//! `LABEL: value` in all its spellings: bullet, bold bullet, bold, bare, checkbox and heading.

use super::contract::label::{self, COUNT, Label};
use super::contract::{self, FieldSpec};
use super::kind::Kind;
use super::lines::LineKind;
use super::list::{Command, Items};
use super::outline::Section;
use super::paths::PathEntry;
use super::placeholder::Class;
use crate::text::line_index::LineIndex;
use crate::text::range::Range;
use std::sync::OnceLock;

/// How a label is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `LABEL: value`
    Bare,
    /// `- LABEL: value`, with the bullet's character.
    Bullet(char),
    /// `### LABEL`
    Heading(u8),
}

/// Where the asterisks of a bold label stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bold {
    No,
    /// `**LABEL:** value`
    ColonInside,
    /// `**LABEL**: value`
    ColonOutside,
}

/// One labelled field.
#[derive(Debug)]
pub struct Field {
    pub label: Label,
    pub form: Form,
    pub bold: Bold,
    /// Columns of white space before the bullet or label.
    pub indent: usize,
    /// The label's words alone.
    pub name: Range,
    /// The whole line, without its end.
    pub line: Range,
    /// What stands behind the colon, trimmed; a value never crosses a line.
    pub value: Range,
    /// The lines below that belong to the field.
    pub block: Range,
    /// Index of the innermost section.
    pub section: Option<usize>,
    /// Inside a report or a log: not metadata.
    pub in_report: bool,
    /// On the heap, because most fields are never asked.
    known: OnceLock<Box<Known>>,
}

/// What was read in a field for somebody who asked.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) items: OnceLock<Items>,
    pub(super) commands: OnceLock<Vec<Command>>,
    /// The class of its inline value.
    pub(super) class: OnceLock<Option<Class>>,
    pub(super) paths: OnceLock<Vec<PathEntry>>,
}

impl Field {
    pub(super) fn known(&self) -> &Known {
        self.known.get_or_init(Box::default)
    }

    /// The same field at other places; what was read in it holds places too, and is forgotten.
    pub(super) fn moved(&self, moved: impl Fn(Range) -> Range) -> Field {
        Field {
            name: moved(self.name),
            line: moved(self.line),
            value: moved(self.value),
            block: moved(self.block),
            known: OnceLock::new(),
            ..*self
        }
    }

    pub fn spec(&self) -> &'static FieldSpec {
        contract::spec(self.label)
    }
}

/// All fields of a text, and the first of each label outside reports.
#[derive(Debug)]
pub struct Fields {
    pub list: Vec<Field>,
    pub(super) first: [u32; COUNT],
}

impl Fields {
    /// The field of this label that counts: the first one outside reports.
    pub fn first(&self, label: Label) -> Option<&Field> {
        self.list.get(self.first[label as usize] as usize)
    }

    /// Every field of this label, reports included, in order.
    pub fn all(&self, label: Label) -> impl Iterator<Item = &Field> {
        self.list.iter().filter(move |field| field.label == label)
    }
}

/// Reads the fields of a text of this kind.
pub fn fields(text: &str, lines: &LineIndex, kinds: &[LineKind], sections: &[Section], kind: Kind) -> Fields {
    let judged_as = if kind == Kind::Template { Kind::Packet } else { kind };
    let mut list: Vec<Field> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut section = None;
    let mut next_section = 0;
    for (number, &line_kind) in kinds.iter().enumerate() {
        if line_kind == LineKind::Code || line_kind == LineKind::Comment {
            continue;
        }
        let line = lines.line_range(text, number);
        let heading = sections.get(next_section).filter(|next| next.heading.start <= line.start);
        if heading.is_some() {
            section = Some(next_section);
            next_section += 1;
            for ended in open.drain(..) {
                list[ended].block.end = line.start;
            }
        } else if line_kind == LineKind::Heading {
            continue;
        }
        let written = match heading {
            Some(heading) => from_heading(heading, text),
            None => from_line(line, text),
        };
        let Some(written) = written else { continue };
        let spec = contract::spec(written.label);
        let is_home = judged_as == Kind::Refinement || at_home(spec, section, sections);
        if !spec.kinds.contains(&judged_as) || !is_home {
            continue;
        }
        if heading.is_none() {
            open.retain(|&earlier| {
                let field = &mut list[earlier];
                let ends = written.indent <= field.indent && spec.parent != Some(field.label);
                if ends {
                    field.block.end = line.start;
                }
                !ends
            });
        }
        open.push(list.len());
        list.push(Field {
            label: written.label,
            form: written.form,
            bold: written.bold,
            indent: written.indent,
            name: written.name,
            line,
            value: written.value,
            block: Range::new(lines.line_start(number + 1).min(text.len()), text.len()),
            section,
            in_report: section.is_some_and(|section| sections[section].reports),
            known: OnceLock::new(),
        });
    }
    list.shrink_to_fit();
    let mut first = [u32::MAX; COUNT];
    for (index, field) in list.iter().enumerate() {
        let slot = &mut first[field.label as usize];
        if !field.in_report && *slot == u32::MAX {
            *slot = index as u32;
        }
    }
    Fields { list, first }
}

/// Manifest labels are everyday words (`Start`, `End`); they are fields only in their own section.
fn at_home(spec: &FieldSpec, section: Option<usize>, sections: &[Section]) -> bool {
    if spec.home != "VALIDATION" {
        return true;
    }
    let mut current = section;
    while let Some(index) = current {
        if sections[index].level <= 2 {
            return sections[index].name == "VALIDATION";
        }
        current = sections[index].parent;
    }
    false
}

/// A label and a value as one line has them.
pub(super) struct Written {
    pub label: Label,
    pub form: Form,
    pub bold: Bold,
    pub indent: usize,
    pub name: Range,
    pub value: Range,
}

fn from_heading(section: &Section, text: &str) -> Option<Written> {
    let title = section.title.of(text);
    let words = title.trim_matches('*');
    let end = words.find(['(', '[', ':']).unwrap_or(words.len());
    let name = words[..end].trim().trim_end_matches('*');
    let label = label::find(name)?;
    let start = section.title.start + (title.len() - title.trim_start_matches('*').len());
    let value = match title.find(':') {
        Some(colon) => trimmed(text, section.title.start + colon + 1, section.title.end),
        None => Range::empty(section.title.end),
    };
    Some(Written {
        label,
        form: Form::Heading(section.level),
        bold: Bold::No,
        indent: 0,
        name: Range::new(start, start + name.len()),
        value,
    })
}

/// Reads `[indent][bullet][checkbox][**]LABEL[ (note)][**]:[**] value`.
pub(super) fn from_line(line: Range, text: &str) -> Option<Written> {
    let words = line.of(text);
    let bytes = words.as_bytes();
    // Most lines of prose have none, and need no second look.
    memchr::memchr(b':', bytes)?;
    let mut at = if words.starts_with('\u{feff}') { 3 } else { 0 };
    let start = at;
    while matches!(bytes.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    let indent = at - start;
    let mut form = Form::Bare;
    if let (Some(&bullet @ (b'-' | b'*' | b'+')), Some(b' ' | b'\t')) = (bytes.get(at), bytes.get(at + 1)) {
        form = Form::Bullet(bullet as char);
        at += 2;
        while matches!(bytes.get(at), Some(b' ' | b'\t')) {
            at += 1;
        }
        if let Some([b'[', b' ' | b'x' | b'X', b']', b' ']) = bytes.get(at..at + 4) {
            at += 4;
        }
    }
    let bold = bytes.get(at..at + 2) == Some(b"**");
    if bold {
        at += 2;
    }
    if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
        return None;
    }
    let name_start = at;
    let (name_end, colon) = label_end(bytes, at)?;
    let name = words.get(name_start..name_end)?.trim_end();
    let label = label::find(name)?;
    let closed_before = bold && bytes[name_end..colon].windows(2).any(|pair| pair == b"**");
    let mut value = colon + 1;
    let closed_after = bold && !closed_before && bytes.get(value..value + 2) == Some(b"**");
    if closed_after {
        value += 2;
    }
    Some(Written {
        label,
        form,
        bold: match (bold, closed_before) {
            (false, _) => Bold::No,
            (true, true) => Bold::ColonOutside,
            (true, false) => Bold::ColonInside,
        },
        indent,
        name: Range::new(line.start + name_start, line.start + name_start + name.len()),
        value: trimmed(text, line.start + value, line.end),
    })
}

/// The end of the label's words and the place of its colon.
fn label_end(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    const LONGEST: usize = 64;
    let mut end = None;
    let mut at = from;
    while at < bytes.len().min(from + LONGEST + 60) {
        match bytes[at] {
            b':' => return Some((end.unwrap_or(at), at)),
            b'(' | b'[' => {
                end.get_or_insert(at);
                let close = if bytes[at] == b'(' { b')' } else { b']' };
                at += bytes[at..].iter().position(|&byte| byte == close)?;
            }
            b'*' => {
                end.get_or_insert(at);
            }
            b' ' | b'_' | b'-' | b'/' => {}
            byte if byte.is_ascii_alphanumeric() => {
                // Words after a note belong to prose: `DONE_MEANS (binary) as agreed: ..` is no field.
                if end.is_some() {
                    return None;
                }
            }
            _ => return None,
        }
        if end.is_none() && at - from > LONGEST {
            return None;
        }
        at += 1;
    }
    None
}

fn trimmed(text: &str, start: usize, end: usize) -> Range {
    let words = text.get(start..end).unwrap_or("");
    let start = start + words.len() - words.trim_start().len();
    Range::new(start, start + words.trim().len())
}
