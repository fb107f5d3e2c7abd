//! Comments that silence a rule: `<!-- taskpacket-ignore RULE[, RULE]: reason -->` for the block below, and
//! `taskpacket-ignore-file` for the whole file.

use memchr::memmem;

use super::Document;
use super::contract::Shape;
use super::field::Field;
use super::kind::Kind;
use super::lines::LineKind;
use crate::syntax::blocks::BlockKind;
use crate::text::range::Range;

const MARK: &str = "taskpacket-ignore";

/// One comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// From `<!--` to `-->`.
    pub comment: Range,
    /// The rules' names as written, known or not.
    pub names: Vec<Range>,
    /// Empty where none is given.
    pub reason: Range,
    /// The whole lines in which it counts.
    pub reach: Range,
}

impl Suppression {
    /// Whether a finding that begins here is one that this comment speaks of, whatever its rule.
    pub fn reaches(&self, place: Range) -> bool {
        self.reach.start <= place.start && place.start <= self.reach.end
    }
}

impl Document {
    /// Whether a comment silences this rule at this place.
    pub fn is_silenced(&self, rule: &str, place: Range) -> bool {
        let names = |comment: &Suppression| comment.names.iter().any(|name| name.of(&self.text) == rule);
        self.suppressions().iter().any(|comment| comment.reaches(place) && names(comment))
    }
}

/// The comments of a Markdown file, in order; what stands in code is an example.
pub fn suppressions(document: &Document) -> Vec<Suppression> {
    if matches!(document.kind, Kind::Config | Kind::Gates | Kind::Product) {
        return Vec::new();
    }
    let places = memmem::find_iter(document.text.as_bytes(), MARK);
    places.filter_map(|at| suppression(document, at)).collect()
}

fn suppression(document: &Document, mark: usize) -> Option<Suppression> {
    let text = &*document.text;
    let before = text[..mark].trim_end().strip_suffix("<!--")?;
    if before.ends_with('`') || document.line_kind(document.line_at(mark)) == LineKind::Code {
        return None;
    }
    let mut from = mark + MARK.len();
    let end = from + text[from..].find("-->")?;
    let whole_file = text[from..end].starts_with("-file");
    if whole_file {
        from += "-file".len();
    }
    // Another word, such as `taskpacket-ignored`.
    if text[from..end].starts_with(|next: char| !next.is_whitespace() && next != ':') {
        return None;
    }
    let colon = text[from..end].find(':').map_or(end, |colon| from + colon);
    let comment = Range::new(before.len(), end + "-->".len());
    Some(Suppression {
        comment,
        names: names(text, Range::new(from, colon)),
        reason: trimmed(text, (colon + 1).min(end), end),
        reach: if whole_file { Range::new(0, text.len()) } else { block_below(document, comment) },
    })
}

/// The first word of each part between commas.
fn names(text: &str, list: Range) -> Vec<Range> {
    let mut names = Vec::new();
    let mut start = list.start;
    for part in list.of(text).split(',') {
        let word = trimmed(text, start, start + part.len());
        let length = word.of(text).find(char::is_whitespace).unwrap_or(word.len());
        if length > 0 {
            names.push(Range::new(word.start, word.start + length));
        }
        start += part.len() + 1;
    }
    names
}

fn trimmed(text: &str, start: usize, end: usize) -> Range {
    let words = text.get(start..end).unwrap_or("");
    let start = start + words.len() - words.trim_start().len();
    Range::new(start, start + words.trim().len())
}

/// The block that begins on the next line with words of its own: a heading's line, a fence, a table, a field or list
/// item with all that is nested in it, or else the lines up to a blank one.
fn block_below(document: &Document, comment: Range) -> Range {
    let text = &*document.text;
    let own = document.lines().line_of(comment.end);
    let lines =
        || (own + 1..document.lines().line_count()).map(|line| document.lines().line_range(text, line));
    let is_blank = |line: &Range| line.of(text).trim().is_empty();
    let speaks = |line: &Range| !is_blank(line) && document.line_kind(*line) != LineKind::Comment;
    let Some(first) = lines().find(speaks) else { return Range::empty(text.len()) };
    let field = document.fields().list.iter().find(|field| field.line.start == first.start);
    let field =
        field.filter(|field| field.spec().shape != Shape::Section).map(|field| whole(document, field));
    if document.line_kind(first) == LineKind::Heading {
        return field.unwrap_or(first);
    }
    if let Some(fence) = document.fences().iter().find(|fence| fence.range.start == first.start) {
        return fence.range;
    }
    let is_whole = |kind: BlockKind| matches!(kind, BlockKind::Item { .. } | BlockKind::Table);
    let block = document
        .blocks()
        .list
        .iter()
        .find(|block| block.range.start == first.start && is_whole(block.kind))
        .map(|block| block.range);
    match (field, block) {
        (Some(field), Some(block)) => field.cover(block),
        (Some(range), None) | (None, Some(range)) => range,
        (None, None) => {
            let lines =
                lines().skip_while(|line| line.start < first.start).take_while(|line| !is_blank(line));
            lines.fold(first, Range::cover)
        }
    }
}

/// A field with its entries, up to the end of the fence or line that the last one stands in.
fn whole(document: &Document, field: &Field) -> Range {
    let entries = document.items(field).list.iter().map(|item| item.range);
    let range = entries.fold(field.line, Range::cover);
    let fence = document.fences_in(field.block).find(|fence| fence.range.contains(Range::empty(range.end)));
    range.cover(fence.map_or(document.line_at(range.end), |fence| fence.range))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::config::Config;
    use crate::document::Document;
    use crate::document::kind::Kind;

    fn packet(text: &str) -> Document {
        Document::new("x.md", Kind::Packet, text, Arc::new(Config::default()))
    }

    #[track_caller]
    fn reach(text: &str, wanted: &str) {
        let document = packet(text);
        let comments = document.suppressions();
        assert_eq!(comments.len(), 1);
        assert_eq!(comments[0].reach.of(text), wanted);
    }

    #[test]
    fn block_is_what_begins_below_the_comment() {
        const C: &str = "<!-- taskpacket-ignore a: b -->\n";
        reach(&format!("x\n{C}\n\none\ntwo\n\nthree\n"), "one\ntwo");
        reach(&format!("{C}## SCOPE\n- What: x\n"), "## SCOPE");
        reach(&format!("{C}### DONE_MEANS\n- x\n- y\n\nz\n"), "### DONE_MEANS\n- x\n- y");
        reach(&format!("- a\n{C}- b\n  - c\n- d\n"), "- b\n  - c");
        reach(&format!("{C}- DONE_MEANS:\n  - x\n- ROLE: y\n"), "- DONE_MEANS:\n  - x");
        reach(&format!("{C}IN_SCOPE_PATHS:\n- x\n- y\n\nz\n"), "IN_SCOPE_PATHS:\n- x\n- y");
        reach(&format!("{C}TEST_PLAN:\n```bash\nx\n```\n\nz\n"), "TEST_PLAN:\n```bash\nx\n```");
        reach(&format!("{C}```\na\n\nb\n```\n\nz\n"), "```\na\n\nb\n```");
        reach(&format!("{C}| a |\n|---|\n| b |\n\nz\n"), "| a |\n|---|\n| b |");
        reach(&format!("{C}<!-- another -->\none\n"), "one");
        reach(&format!("- FILES_TO_OPEN:\n  - x\n  {C}  - y\n  - z\n"), "  - y");
        reach(C, "");
        reach("a\n<!-- taskpacket-ignore-file a: b -->\n", "a\n<!-- taskpacket-ignore-file a: b -->\n");
    }

    #[test]
    fn parts_of_a_comment() {
        let text = "<!--taskpacket-ignore one,  two : because: of\n that -->\n<!-- taskpacket-ignore three words -->\n";
        let document = packet(text);
        let said: Vec<(Vec<&str>, &str)> = document
            .suppressions()
            .iter()
            .map(|comment| {
                (comment.names.iter().map(|name| name.of(text)).collect(), comment.reason.of(text))
            })
            .collect();
        assert_eq!(said, [(vec!["one", "two"], "because: of\n that"), (vec!["three"], "")]);
    }

    #[test]
    fn examples_and_other_words_are_no_suppressions() {
        for text in [
            "```md\n<!-- taskpacket-ignore a: b -->\n```\n",
            "Write `<!-- taskpacket-ignore a: b -->` above it.\n",
            "taskpacket-ignore a: b\n",
            "<!-- taskpacket-ignored a: b -->\n",
            "<!-- taskpacket-ignore a: b\n",
        ] {
            assert_eq!(packet(text).suppressions(), [], "{text}");
        }
    }
}
