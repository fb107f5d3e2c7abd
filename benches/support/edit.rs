//! The edits that are measured: the usual one, and those that change how the rest of a file is read.

use engine::text::line_index::{Encoding, LineIndex, Position};
use std::fmt::Write as _;

/// One thing to type, and later to take back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// One letter, anywhere.
    Letter,
    /// One letter in the signature: a fact that every other file may read.
    Fact,
    /// Three backticks at the beginning of a line: everything below turns into code, and back.
    Fence,
    /// A list item at the very beginning: what follows may belong to it.
    Item,
    /// A hundred lines at once.
    Paste,
}

impl Edit {
    pub const ALL: [Edit; 5] = [Edit::Letter, Edit::Fact, Edit::Fence, Edit::Item, Edit::Paste];

    pub fn name(self) -> &'static str {
        match self {
            Edit::Letter => "letter",
            Edit::Fact => "fact",
            Edit::Fence => "fence",
            Edit::Item => "item",
            Edit::Paste => "paste",
        }
    }

    pub fn text(self) -> String {
        match self {
            Edit::Letter | Edit::Fact => "x".into(),
            Edit::Fence => "```".into(),
            Edit::Item => "- ".into(),
            Edit::Paste => hundred_lines(),
        }
    }

    /// `count` places from the top to the end of a text, in UTF-16; edits with a place of their own get that one each time.
    pub fn places(self, text: &str, count: usize) -> Vec<Position> {
        let lines = LineIndex::new(text);
        let spread = (0..count).map(|step| text.len() * step / count);
        let place = |offset| lines.position(text, offset, Encoding::Utf16);
        match self {
            Edit::Letter => spread.map(|offset| place(inside_a_line(text, &lines, offset))).collect(),
            Edit::Fence | Edit::Paste => {
                spread.map(|offset| place(lines.line_start(lines.line_of(offset)))).collect()
            }
            Edit::Item => vec![Position::default(); count],
            Edit::Fact => {
                let label = "USER_SIGNATURE:";
                let value = text.find(label).expect("the packet has a signature") + label.len();
                let blank = text[value..].len() - text[value..].trim_start_matches([' ', '*']).len();
                vec![place(value + blank); count]
            }
        }
    }
}

/// The nearest place at or before `offset` that is neither within a character nor within a line end.
fn inside_a_line(text: &str, lines: &LineIndex, offset: usize) -> usize {
    let mut offset = offset.min(lines.line_range(text, lines.line_of(offset)).end);
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// Ten reports of ten lines, of what people paste into packets: a heading, lists, code, a table.
fn hundred_lines() -> String {
    let mut text = String::new();
    for step in 0..10 {
        let _ = write!(
            text,
            "### Pasted run {step}\n\n- COMMAND: `just step {step}`\n  - EXIT_CODE: `0`\n```text\nok {step}\n```\n\
             | step | result |\n|---|---|\n| {step} | as expected |\n"
        );
    }
    text
}
