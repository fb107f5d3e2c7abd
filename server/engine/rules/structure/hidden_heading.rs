//! Headings that a literal `\n` keeps on another line. Not a rule: two rules read it.

use crate::document::Document;
use crate::document::lines::LineKind;
use crate::document::outline;
use crate::text::range::Range;
use memchr::memmem;

/// A heading that never began a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiddenHeading {
    /// The literal `\n` or `\n\n` before it.
    pub escapes: Range,
    /// Its `#` signs and words, up to the next escape or the end of the line.
    pub heading: Range,
    /// Its words as a section name.
    pub name: String,
}

/// Every heading of rank two or lower that stands behind a literal `\n`, outside fences and comments.
pub fn hidden_headings(document: &Document) -> impl Iterator<Item = HiddenHeading> + '_ {
    let text = &*document.text;
    memmem::find_iter(text.as_bytes(), b"\\n##").filter_map(move |at| {
        let line = document.line_at(at);
        if document.line_kind(line) != LineKind::Text {
            return None;
        }
        let before = Range::new(line.start, at).of(text);
        let bare = before.trim_end_matches("\\n");
        // In backticks it is quoted: somebody writes about the escape.
        if bare.ends_with('`') {
            return None;
        }
        let start = at + 2;
        let rest = Range::new(start, line.end).of(text);
        let words = rest.trim_start_matches('#');
        if !words.starts_with(' ') || words.trim().is_empty() {
            return None;
        }
        let end = rest.find("\\n").unwrap_or(rest.len());
        let heading = Range::new(start, start + rest.get(..end)?.trim_end().len());
        let name = outline::name(heading.of(text).trim_start_matches('#').trim());
        Some(HiddenHeading { escapes: Range::new(line.start + bare.len(), start), heading, name })
    })
}

#[cfg(test)]
mod tests {
    use super::hidden_headings;
    use crate::config::Config;
    use crate::document::Document;
    use crate::document::kind::Kind;
    use std::sync::Arc;

    fn names(text: &str) -> Vec<String> {
        let document = Document::new("WP-1-Example.md", Kind::Packet, text, Arc::new(Config::default()));
        hidden_headings(&document).map(|hidden| hidden.name).collect()
    }

    #[test]
    fn each_heading_of_a_line_is_found() {
        assert_eq!(
            names("- Task Board: x\\n\\n## EVIDENCE_MAPPING (now)\\n## NOTES\n"),
            ["EVIDENCE_MAPPING", "NOTES"]
        );
    }

    #[test]
    fn quoted_and_fenced_escapes_hide_nothing() {
        assert!(
            names("the words `\\n## NOTES` are quoted\n```\nx\\n## NOTES\n```\nx\\n##\nx\\n##NOTES\n")
                .is_empty()
        );
    }
}
