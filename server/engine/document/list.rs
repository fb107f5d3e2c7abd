//! What stands under a field: items of a list, rows of a table, lines of a fence, an inline comma list, or commands.

use super::Document;
use super::field::{Field, Form};
use super::lines::LineKind;
use crate::text::range::Range;

/// How the entries of a field are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Nothing,
    List,
    Table,
    Fence,
    /// On the label's own line, separated by commas or semicolons.
    Inline,
    /// Text without any list.
    Prose,
}

/// The entries of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Items {
    pub written: Written,
    pub list: Vec<Item>,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The entry's words on its first line, without marker and checkbox.
    pub head: Range,
    /// From the first word to the last, with continuation lines and nested items.
    pub range: Range,
    /// The first line, whole.
    pub line: Range,
    /// The bullet, or `1` for a numbered item; `None` for what is not written as a list.
    pub marker: Option<char>,
    pub checked: Option<bool>,
}

/// One command of a fence, with its continued lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    pub range: Range,
    /// The command on one line, without a trailing comment.
    pub text: String,
}

impl Document {
    /// The entries of a field, read once and remembered.
    pub fn items<'a>(&'a self, field: &'a Field) -> &'a Items {
        field.known().items.get_or_init(|| read_items(self, field))
    }

    /// The commands of a field: the lines of its fences, or its list items where it has no fence. Read once and remembered.
    pub fn commands<'a>(&'a self, field: &'a Field) -> &'a [Command] {
        field.known().commands.get_or_init(|| self.read_commands(field))
    }

    fn read_commands(&self, field: &Field) -> Vec<Command> {
        let mut commands = Vec::new();
        for fence in self.fences_in(field.block) {
            read_commands(self, fence.body, &mut commands);
        }
        if !commands.is_empty() || self.fences_in(field.block).next().is_some() {
            return commands;
        }
        let items = self.items(field);
        if matches!(items.written, Written::List | Written::Inline) {
            for item in &items.list {
                let words = item.head.of(&self.text).trim_matches('`');
                commands.push(Command { range: item.head, text: words.to_string() });
            }
        }
        commands
    }
}

fn read_items(document: &Document, field: &Field) -> Items {
    let list = list_items(document, field);
    if !list.is_empty() {
        return Items { written: Written::List, list };
    }
    let list = table_rows(document, field.block);
    if !list.is_empty() {
        return Items { written: Written::Table, list };
    }
    let mut list = Vec::new();
    for fence in document.fences_in(field.block) {
        for line in document.lines_in(fence.body) {
            push_plain(document, line, &mut list);
        }
    }
    if !list.is_empty() {
        return Items { written: Written::Fence, list };
    }
    if !field.value.is_empty() {
        return Items { written: Written::Inline, list: inline_items(field.value, &document.text) };
    }
    let prose = document.lines_in(field.block).any(|line| !line.of(&document.text).trim().is_empty());
    Items { written: if prose { Written::Prose } else { Written::Nothing }, list }
}

/// The items of the outermost list; nested ones belong to the item above them.
fn list_items(document: &Document, field: &Field) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut outermost: Option<usize> = None;
    // Under a bullet at the margin, a bullet at the margin is a sibling and not an entry,
    // unless nothing else stands under the label.
    for line in document.lines_in(field.block) {
        if document.line_kind(line) != LineKind::Text {
            if let Some(last) = items.last_mut() {
                last.range.end = last.range.end.max(line.end);
            }
            continue;
        }
        let Some((indent, item)) = read_item(line, &document.text) else {
            extend(&mut items, line, document, outermost);
            continue;
        };
        // Below nested entries a bullet beside the label begins something else, known or not.
        let is_sibling = outermost.is_some_and(|level| level > field.indent) && indent <= field.indent;
        if matches!(field.form, Form::Bullet(_)) && (indent < field.indent || is_sibling) {
            break;
        }
        let level = *outermost.get_or_insert(indent);
        if indent <= level + 1 {
            items.push(item);
        } else if let Some(last) = items.last_mut() {
            last.range.end = item.range.end;
        }
    }
    items
}

fn extend(items: &mut [Item], line: Range, document: &Document, outermost: Option<usize>) {
    let words = line.of(&document.text);
    let trimmed = words.trim();
    let indent = words.len() - words.trim_start().len();
    if let Some(last) = items.last_mut()
        && !trimmed.is_empty()
        && indent > outermost.unwrap_or(0)
    {
        last.range.end = line.start + indent + trimmed.len();
    }
}

/// Reads `[indent]marker [checkbox] words`; gives the indent in columns.
fn read_item(line: Range, text: &str) -> Option<(usize, Item)> {
    let words = line.of(text);
    let bytes = words.as_bytes();
    let indent = bytes.iter().take_while(|&&byte| byte == b' ' || byte == b'\t').count();
    let mut at = indent;
    let marker = match bytes.get(at)? {
        bullet @ (b'-' | b'*' | b'+') => {
            at += 1;
            *bullet as char
        }
        b'0'..=b'9' => {
            at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            if !matches!(bytes.get(at), Some(b'.' | b')')) {
                return None;
            }
            at += 1;
            '1'
        }
        _ => return None,
    };
    match bytes.get(at) {
        Some(b' ' | b'\t') => {}
        // A bullet with nothing behind it is an empty entry; `---` is a rule.
        None => {}
        _ => return None,
    }
    let mut rest = words[at..].trim_start();
    let mut checked = None;
    for (mark, value) in [("[ ] ", false), ("[x] ", true), ("[X] ", true)] {
        if let Some(behind) = rest.strip_prefix(mark) {
            rest = behind.trim_start();
            checked = Some(value);
        }
    }
    let start = line.start + words.len() - rest.len();
    let head = Range::new(start, start + rest.trim_end().len());
    Some((indent, Item { head, range: head, line, marker: Some(marker), checked }))
}

fn table_rows(document: &Document, block: Range) -> Vec<Item> {
    let mut rows = Vec::new();
    let mut ruled = false;
    for line in document.lines_in(block) {
        let words = line.of(&document.text).trim();
        if document.line_kind(line) != LineKind::Text || !words.starts_with('|') {
            continue;
        }
        if words.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t')) {
            ruled = true;
        } else if ruled {
            push_plain(document, line, &mut rows);
        }
    }
    rows
}

fn push_plain(document: &Document, line: Range, into: &mut Vec<Item>) {
    let words = line.of(&document.text);
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = line.start + words.len() - words.trim_start().len();
    let head = Range::new(start, start + trimmed.len());
    into.push(Item { head, range: head, line, marker: None, checked: None });
}

/// Splits `a, b; c` outside quotes, backticks and parentheses.
fn inline_items(value: Range, text: &str) -> Vec<Item> {
    let words = value.of(text);
    let mut items = Vec::new();
    let mut start = 0;
    let mut depth = 0i32;
    let mut quote = None;
    let mut push = |from: usize, to: usize| {
        let part = &words[from..to];
        let trimmed = part.trim();
        if !trimmed.is_empty() {
            let at = value.start + from + part.len() - part.trim_start().len();
            let head = Range::new(at, at + trimmed.len());
            items.push(Item { head, range: head, line: value, marker: None, checked: None });
        }
    };
    for (at, byte) in words.bytes().enumerate() {
        match (byte, quote) {
            (b'"' | b'`', None) => quote = Some(byte),
            (_, Some(open)) if open == byte => quote = None,
            (_, Some(_)) => {}
            (b'(' | b'[', None) => depth += 1,
            (b')' | b']', None) => depth -= 1,
            (b',' | b';', None) if depth <= 0 => {
                push(start, at);
                start = at + 1;
            }
            _ => {}
        }
    }
    push(start, words.len());
    items
}

fn read_commands(document: &Document, body: Range, commands: &mut Vec<Command>) {
    let mut continued: Option<Command> = None;
    for line in document.lines_in(body) {
        let words = line.of(&document.text);
        let trimmed = words.trim();
        if trimmed.is_empty() || (trimmed.starts_with('#') && continued.is_none()) {
            continue;
        }
        let start = line.start + words.len() - words.trim_start().len();
        let range = Range::new(start, start + trimmed.len());
        let (part, goes_on) = match trimmed.strip_suffix('\\') {
            Some(part) => (part.trim_end(), true),
            None => (without_comment(trimmed), false),
        };
        let command = match continued.take() {
            Some(mut command) => {
                command.range.end = range.end;
                command.text.push(' ');
                command.text.push_str(part);
                command
            }
            None => Command { range, text: part.to_string() },
        };
        if goes_on {
            continued = Some(command);
        } else {
            commands.push(command);
        }
    }
    commands.extend(continued);
}

/// Cuts ` # comment` off a command; a `#` inside quotes or words stays.
fn without_comment(command: &str) -> &str {
    let mut quote = None;
    let bytes = command.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        match (byte, quote) {
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if open == byte => quote = None,
            (b'#', None) if at > 0 && bytes[at - 1] == b' ' => return command[..at].trim_end(),
            _ => {}
        }
    }
    command
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::config::Config;
    use crate::document::Document;
    use crate::document::contract::label::Label;
    use crate::document::kind::Kind;

    fn heads(text: &str, label: Label) -> Vec<String> {
        let document = Document::new("WP-1-Example.md", Kind::Packet, text, Arc::new(Config::default()));
        let field = document.field(label).expect("the field is there");
        document.items(field).list.iter().map(|item| item.head.of(&document.text).to_string()).collect()
    }

    #[test]
    fn bullet_beside_the_label_begins_something_else_known_or_not() {
        let text = "- RISK_MAP:\n  - \"a\" -> \"b\"\n- OBSERVATIONS (today):\n  - `x.rs` is long\n";
        assert_eq!(heads(text, Label::RiskMap), ["\"a\" -> \"b\""]);
    }

    #[test]
    fn entries_at_the_margin_belong_to_a_label_that_has_no_others() {
        let text = "- IN_SCOPE_PATHS:\n- src/a.rs\n- src/b.rs\n";
        assert_eq!(heads(text, Label::InScopePaths), ["src/a.rs", "src/b.rs"]);
    }
}
