//! Edits of lists and commands: what is added looks like what stands there, what goes takes its line along.

use super::Document;
use super::field::{Field, Form};
use super::list::{Command, Item, Written};
use crate::text::edit::Edit;
use crate::text::range::Range;

impl Document {
    pub fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// The lines that a range touches, with the end of the last.
    pub fn whole_lines(&self, range: Range) -> Range {
        let lines = self.lines();
        let end = lines.line_start(lines.line_of(range.end) + 1).min(self.text.len());
        Range::new(self.line_at(range.start).start, end)
    }

    /// Removes the lines that a range touches.
    pub fn without_lines(&self, range: Range) -> Edit {
        Edit::delete(self.whole_lines(range))
    }

    /// A line of its own below the one at an offset.
    pub fn line_below(&self, offset: usize, words: &str) -> Edit {
        let words = words.replace('\n', self.line_end());
        Edit::insert(self.line_at(offset).end, format!("{}{words}", self.line_end()))
    }

    /// A further entry at the end of a field; `None` where the field is no list.
    pub fn with_entry(&self, field: &Field, words: &str) -> Option<Edit> {
        self.with_entries(field, &[words.to_string()])
    }

    /// Several of them.
    pub fn with_entries(&self, field: &Field, entries: &[String]) -> Option<Edit> {
        let items = self.items(field);
        let eol = self.line_end();
        let numbered = entries.iter().enumerate();
        match (items.written, items.list.last()) {
            (Written::List, Some(last)) => {
                let end = self.line_at(last.range.end).end;
                let lines =
                    numbered.map(|(count, words)| format!("{eol}{}{words}", self.prefix(last, count + 1)));
                Some(Edit::insert(end, lines.collect::<String>()))
            }
            (Written::Inline, _) => Some(Edit::insert(field.value.end, format!(", {}", entries.join(", ")))),
            (Written::Nothing, _) => {
                let bullet = if let Form::Bullet(bullet) = field.form { bullet } else { '-' };
                let indent = self.indent_below(field);
                let lines = entries.iter().map(|words| format!("{eol}{indent}{bullet} {words}"));
                Some(Edit::insert(field.line.end, lines.collect::<String>()))
            }
            _ => None,
        }
    }

    /// Further entries before the first of a list.
    pub fn with_first_entries(&self, field: &Field, words: &[String]) -> Option<Edit> {
        let items = self.items(field);
        let first = items.list.first().filter(|_| items.written == Written::List)?;
        let prefix = self.prefix(first, 0);
        let lines: String = words.iter().map(|words| format!("{prefix}{words}{}", self.line_end())).collect();
        Some(Edit::insert(first.line.start, lines))
    }

    /// What stands before the words of an entry: an open box, and for numbered ones the number that is `further` on.
    fn prefix(&self, item: &Item, further: usize) -> String {
        let prefix = self.text.get(item.line.start..item.head.start).unwrap_or("- ");
        let prefix = prefix.replace("[x]", "[ ]").replace("[X]", "[ ]");
        let digits: String = prefix.trim_start().chars().take_while(char::is_ascii_digit).collect();
        match digits.parse::<usize>() {
            Ok(number) if further > 0 => prefix.replacen(&digits, &(number + further).to_string(), 1),
            _ => prefix,
        }
    }

    /// Where entries of a field begin.
    pub fn indent_below(&self, field: &Field) -> String {
        match field.form {
            Form::Heading(_) => String::new(),
            _ => " ".repeat(field.indent + 2),
        }
    }

    /// A further command at the end of the last fence of a field.
    pub fn with_command(&self, field: &Field, command: &str) -> Option<Edit> {
        let fence =
            self.fences_in(self.whole(field)).last().filter(|fence| fence.body.end < fence.range.end)?;
        let opening = self.line_at(fence.range.start).of(&self.text);
        let indent = &opening[..opening.len() - opening.trim_start().len()];
        Some(Edit::insert(fence.body.end, format!("{indent}{command}{}", self.line_end())))
    }

    /// A command on a line before another, in the same fence.
    pub fn before_command(&self, other: &Command, command: &str) -> Option<Edit> {
        let line = self.line_at(other.range.start);
        let indent =
            self.text.get(line.start..other.range.start).filter(|indent| indent.trim().is_empty())?;
        Some(Edit::insert(line.start, format!("{indent}{command}{}", self.line_end())))
    }

    /// The entries of a field as commands of a fence; `None` where they are no plain lines.
    pub fn fenced(&self, field: &Field) -> Option<Edit> {
        let items = self.items(field);
        let (range, lines): (Range, Vec<&str>) = match items.written {
            Written::List => {
                let (first, last) = (items.list.first()?, items.list.last()?);
                let heads = items.list.iter().map(|item| item.head.of(&self.text)).collect();
                (Range::new(self.line_before(first.line.start), self.line_at(last.range.end).end), heads)
            }
            Written::Prose => {
                let said = self.said(field).range;
                let lines = said.of(&self.text).lines().map(str::trim).filter(|line| !line.is_empty());
                (Range::new(self.line_before(self.line_at(said.start).start), said.end), lines.collect())
            }
            Written::Inline => {
                let end = field.line.end;
                let label = field.line.of(&self.text);
                let colon = field.value.start - field.line.start;
                let start = field.line.start + label.get(..colon)?.trim_end().len();
                (Range::new(start, end), vec![field.value.of(&self.text)])
            }
            _ => return None,
        };
        let (eol, indent) = (self.line_end(), self.indent_below(field));
        let bare = |line: &&str| line.strip_prefix('`').and_then(|line| line.strip_suffix('`')).is_some();
        let mut text = format!("{eol}{indent}```bash{eol}");
        for line in lines {
            let line = if bare(&line) { line.trim_matches('`') } else { line };
            text.push_str(&format!("{indent}{line}{eol}"));
        }
        text.push_str(&format!("{indent}```"));
        Some(Edit::replace(range, text))
    }

    /// The end of the line before the one that starts here.
    fn line_before(&self, start: usize) -> usize {
        if start == 0 { 0 } else { self.line_at(start - 1).end }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;
    use crate::document::contract::label::Label;
    use crate::document::kind::Kind;
    use crate::text::edit::Edits;

    fn done(text: &str, edit: impl FnOnce(&Document) -> Option<Edit>) -> String {
        let document = Document::new("a.md", Kind::Packet, text, Arc::new(Config::default()));
        let edit = edit(&document).expect("it can be done");
        Edits::new(vec![edit]).and_then(|edits| edits.apply(text)).expect("it fits")
    }

    fn with(text: &str, label: Label, words: &str) -> String {
        done(text, |document| document.with_entry(document.field(label)?, words))
    }

    #[test]
    fn an_entry_looks_like_the_last_one() {
        assert_eq!(
            with("- DONE_MEANS:\n  * [x] a\n    more\n- Why: x\n", Label::DoneMeans, "b"),
            "- DONE_MEANS:\n  * [x] a\n    more\n  * [ ] b\n- Why: x\n"
        );
        assert_eq!(with("### DONE_MEANS\r\n2. a", Label::DoneMeans, "b"), "### DONE_MEANS\r\n2. a\r\n3. b");
        assert_eq!(with("- SEARCH_TERMS: a, b\n", Label::SearchTerms, "c"), "- SEARCH_TERMS: a, b, c\n");
        assert_eq!(with("* SEARCH_TERMS:\n", Label::SearchTerms, "c"), "* SEARCH_TERMS:\n  * c\n");
    }

    #[test]
    fn a_command_goes_before_the_end_of_the_fence() {
        let text = "- TEST_PLAN:\n  ```bash\n  cargo test\n  ```\n";
        let added =
            done(text, |document| document.with_command(document.field(Label::TestPlan)?, "just post-work"));
        assert_eq!(added, text.replace("test\n", "test\n  just post-work\n"));
    }

    #[test]
    fn entries_become_a_fence() {
        let fenced = |text: &str| done(text, |document| document.fenced(document.field(Label::TestPlan)?));
        let wanted = "- TEST_PLAN:\n  ```bash\n  cargo test\n  ```\n";
        assert_eq!(fenced("- TEST_PLAN:\n  - `cargo test`\n"), wanted);
        assert_eq!(fenced("- TEST_PLAN: cargo test\n"), wanted);
        assert_eq!(fenced("### TEST_PLAN\n\ncargo test\n"), "### TEST_PLAN\n\n```bash\ncargo test\n```\n");
    }
}
