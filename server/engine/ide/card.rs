//! Words about a place, as Markdown and as plain text at once. What comes from a file is escaped or stands as code, so
//! that no file can make an editor load, link or run anything.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// In bytes. No answer is longer; what is cut says so.
pub const LONGEST: usize = 16 * 1024;

/// In bytes; what one value of a table may take.
const LONGEST_VALUE: usize = 400;

/// What there is to say, in both forms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    markdown: String,
    plain: String,
    in_table: bool,
}

/// A line of words, some of them as code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    markdown: String,
    plain: String,
}

impl Phrase {
    pub fn words(mut self, text: impl AsRef<str>) -> Phrase {
        let text = one_line(text.as_ref());
        self.markdown.push_str(&escaped(&text));
        self.plain.push_str(&text);
        self
    }

    pub fn code(mut self, text: impl AsRef<str>) -> Phrase {
        let text = one_line(text.as_ref());
        self.markdown.push_str(&span(&text));
        self.plain.push_str(&text);
        self
    }

    /// Our own words, in which what stands between backticks is code.
    pub fn prose(text: &str) -> Phrase {
        let parts = text.split('`').enumerate();
        parts.fold(
            Phrase::default(),
            |said, (place, part)| {
                if place % 2 == 0 { said.words(part) } else { said.code(part) }
            },
        )
    }

    pub fn and(mut self, more: Phrase) -> Phrase {
        self.markdown.push_str(&more.markdown);
        self.plain.push_str(&more.plain);
        self
    }

    /// Several with commas between them; of a long list the first ones and how many more there are.
    pub fn list(all: impl IntoIterator<Item = Phrase>, most: usize) -> Phrase {
        let mut out = Phrase::default();
        let mut more = 0;
        for (place, one) in all.into_iter().enumerate() {
            if place >= most {
                more += 1;
                continue;
            }
            if place > 0 {
                out = out.words(", ");
            }
            out = out.and(one);
        }
        if more > 0 { out.words(format!(" and {more} more")) } else { out }
    }

    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }
}

impl From<&str> for Phrase {
    fn from(words: &str) -> Phrase {
        Phrase::default().words(words)
    }
}

impl From<String> for Phrase {
    fn from(words: String) -> Phrase {
        Phrase::from(words.as_str())
    }
}

impl Card {
    /// A card under a bold line.
    pub fn titled(title: impl Into<Phrase>) -> Card {
        let mut card = Card::default();
        let title = title.into();
        let _ = write!(card.markdown, "**{}**", title.markdown);
        card.plain.push_str(&title.plain);
        card
    }

    /// A paragraph.
    pub fn words(&mut self, words: impl Into<Phrase>) {
        let words = words.into();
        self.part();
        self.markdown.push_str(&words.markdown);
        self.plain.push_str(&words.plain);
    }

    /// A row of a table of facts; rows that follow one another are one table.
    pub fn row(&mut self, name: &str, value: impl Into<Phrase>) {
        let value = value.into();
        if !self.in_table {
            self.part();
            self.in_table = true;
            self.markdown.push_str("| | |\n|---|---|");
        }
        // Inside a table a bar is escaped even in code.
        let said = value.markdown.replace('|', "\\|");
        let _ = write!(self.markdown, "\n| {name} | {said} |");
        let line = if self.plain.is_empty() || self.plain.ends_with('\n') { "" } else { "\n" };
        let _ = write!(self.plain, "{line}{name}: {}", value.plain);
    }

    /// Text as it is, for an example or a command.
    pub fn code(&mut self, language: &str, text: &str) {
        self.part();
        let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        let _ = write!(self.markdown, "{fence}{language}\n{}\n{fence}", text.trim_end());
        self.plain.push_str(text.trim_end());
    }

    /// Markdown of a file, shown as it would look there, without what an editor would load, follow or run.
    pub fn quote(&mut self, text: &str) {
        self.part();
        self.markdown.push_str("---\n\n");
        self.markdown.push_str(&harmless(text));
        self.plain.push_str(text);
    }

    pub fn markdown(&self) -> String {
        bounded(&self.markdown)
    }

    pub fn plain(&self) -> String {
        bounded(&self.plain)
    }

    fn part(&mut self) {
        self.in_table = false;
        for out in [&mut self.markdown, &mut self.plain] {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
        }
    }
}

/// The part of a text that fits, cut between letters.
pub fn cut(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whole lines that fit, and a word about the rest. An open fence is closed.
fn bounded(text: &str) -> String {
    const REST: &str = "\n\n(cut)";
    if text.len() <= LONGEST {
        return text.to_string();
    }
    // Room for the longest fence that somebody could have opened.
    let kept = cut(text, LONGEST - REST.len() - 512);
    let kept = kept.rsplit_once('\n').map_or(kept, |(kept, _)| kept);
    let fence = open_fence(kept).map(|fence| format!("\n{fence}")).unwrap_or_default();
    let fence = cut(&fence, 512);
    format!("{kept}{fence}{REST}")
}

/// The fence that is open where a text ends.
pub fn open_fence(text: &str) -> Option<String> {
    let mut open = None;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Fenced(_))) => open = Some(range),
            Event::End(TagEnd::CodeBlock) => {}
            _ => {}
        }
    }
    let block = text.get(open?)?;
    let marks: String = block.trim_start().chars().take_while(|letter| "`~".contains(*letter)).collect();
    let last = block.trim_end().lines().last()?.trim();
    let is_closed = block.trim_end().lines().count() > 1
        && last.len() >= marks.len()
        && last.chars().all(|letter| marks.starts_with(letter));
    let reaches_end = text.trim_end().ends_with(block.trim_end());
    (!is_closed && reaches_end && !marks.is_empty()).then_some(marks)
}

/// The same Markdown with what could load, link or run escaped where it is not code.
fn harmless(text: &str) -> String {
    let mut code = vec![false; text.len()];
    let mut block: Option<std::ops::Range<usize>> = None;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => block = Some(range),
            Event::End(TagEnd::CodeBlock) => block = None,
            Event::Text(_) if block.is_some() => code[range].fill(true),
            Event::Code(_) => code[range].fill(true),
            _ => {}
        }
    }
    let mut out = String::with_capacity(text.len() + 64);
    for (at, letter) in text.char_indices() {
        match letter {
            '<' | '[' | '&' if !code[at] => {
                out.push('\\');
                out.push(letter);
            }
            // An address is a link without any mark; a break in it is not seen.
            ':' if !code[at] && text[at..].starts_with("://") => out.push_str("&#58;"),
            _ => out.push(letter),
        }
    }
    out
}

/// Words that mean nothing in Markdown.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut before = None;
    let mut letters = words.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let inside = is_word(before) && is_word(letters.peek().map(|(_, next)| *next));
        let begins = at == 0 && "#+-=>~".contains(letter);
        match letter {
            '\\' | '`' | '*' | '[' | '<' | '&' | '~' | '!' => out.push('\\'),
            '_' if !inside => out.push('\\'),
            _ if begins => out.push('\\'),
            _ => {}
        }
        if letter == ':' && words[at..].starts_with("://") {
            out.push_str("&#58;");
        } else {
            out.push(letter);
        }
        before = Some(letter);
    }
    out
}

/// Words as code, whatever backticks are in them.
fn span(words: &str) -> String {
    let longest = words.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let marks = "`".repeat(longest + 1);
    let pad = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    format!("{marks}{pad}{words}{pad}{marks}")
}

/// One line, no longer than anybody reads.
fn one_line(text: &str) -> String {
    let short = cut(text, LONGEST_VALUE);
    let mut line: String =
        short.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if short.len() < text.len() {
        line.push_str("..");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_file_are_words_and_nothing_else() {
        let mut card = Card::titled("WP-1-One");
        card.words("see [this](command:run) <img src=x> ![a](http://b) IN_SCOPE_PATHS *b* _c_ `d`");
        card.row("Paths", Phrase::default().code("a|b`c").words(" | d"));
        let markdown = card.markdown();
        assert!(
            markdown.contains(r"see \[this](command:run) \<img src=x> \!\[a](http&#58;//b)"),
            "{markdown}"
        );
        assert!(markdown.contains(r"IN_SCOPE_PATHS \*b\* \_c\_ \`d\`"), "{markdown}");
        assert!(markdown.contains(r"| Paths | ``a\|b`c`` \| d |"), "{markdown}");
        let plain = card.plain();
        assert!(plain.contains("see [this](command:run) <img src=x>"), "{plain}");
        assert!(plain.contains("Paths: a|b`c | d"), "{plain}");
        let kinds: Vec<_> = Parser::new(&markdown)
            .filter(|event| {
                matches!(
                    event,
                    Event::Start(Tag::Link { .. } | Tag::Image { .. })
                        | Event::Html(_)
                        | Event::InlineHtml(_)
                )
            })
            .collect();
        assert!(kinds.is_empty(), "{kinds:?}");
    }

    #[test]
    fn quoted_markdown_keeps_its_look_and_loses_its_links() {
        let mut card = Card::default();
        card.quote("- a **b** `[c]` [d](x) <b>\n\n```md\n[e](f) <g>\n```\n\n![h](http://i) https://j");
        let markdown = card.markdown();
        assert!(markdown.contains("- a **b** `[c]` \\[d](x) \\<b>"), "{markdown}");
        assert!(markdown.contains("[e](f) <g>"), "code stays as it is: {markdown}");
        assert!(markdown.contains("!\\[h](http&#58;//i) https&#58;//j"), "{markdown}");
    }

    #[test]
    fn in_our_own_words_backticks_make_code() {
        let mut card = Card::default();
        card.words(Phrase::prose("LOW or `<unclaimed>` until then"));
        assert_eq!(card.markdown(), "LOW or `<unclaimed>` until then");
        assert_eq!(card.plain(), "LOW or <unclaimed> until then");
    }

    #[test]
    fn nothing_is_longer_than_the_bound_and_a_cut_fence_is_closed() {
        let mut card = Card::titled("x");
        card.words("y".repeat(9000));
        card.code("text", &"word `` word\n".repeat(9000));
        for text in [card.markdown(), card.plain()] {
            assert!(text.len() <= LONGEST, "{}", text.len());
            assert!(text.ends_with("(cut)"), "{}", &text[text.len() - 40..]);
        }
        assert_eq!(open_fence(&card.markdown()), None);
        assert_eq!(open_fence("a\n````md\nb\n```\n"), Some("````".into()));
        assert_eq!(open_fence("a\n```md\nb\n```\n"), None);
    }
}
