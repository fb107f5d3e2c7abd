//! The title of a packet or a stub, taken apart, and where a file writes its own id. Not a rule.

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::text::range::Range;

/// `# Task Packet: WP-1-Example (Remediation)`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PacketTitle {
    /// `Task` or `Work`
    pub word: Range,
    /// The first word behind the colon; empty where nothing stands there.
    pub id: Range,
    /// What follows the id.
    pub rest: Range,
}

/// The first heading of rank one that is a packet's title, or in a stub a stub's.
pub fn packet_title(document: &Document) -> Option<PacketTitle> {
    let kind = if document.kind == Kind::Stub { " Packet Stub:" } else { " Packet:" };
    document.sections().iter().filter(|section| section.level == 1).find_map(|section| {
        let words = section.title.of(&document.text);
        let word = ["Task", "Work"].into_iter().find(|word| words.starts_with(word))?;
        let behind = words.strip_prefix(word)?.strip_prefix(kind)?;
        let start = section.title.end - behind.trim_start().len();
        let named = behind.split_whitespace().next().unwrap_or("");
        let id = Range::new(start, start + named.len());
        let rest = Range::new(id.end, section.title.end).of(&document.text).trim_start();
        Some(PacketTitle {
            word: Range::new(section.title.start, section.title.start + word.len()),
            id,
            rest: Range::new(section.title.end - rest.len(), section.title.end),
        })
    })
}

/// Where a finding about the file's name points: the id field that repeats it, else the title, else the first line.
pub fn place_of_name(document: &Document) -> Range {
    [Label::WpId, Label::TaskId]
        .into_iter()
        .find_map(|label| document.value(label).filter(|id| id.text == document.stem()))
        .map(|id| id.range)
        .or_else(|| packet_title(document).map(|title| title.id).filter(|id| !id.is_empty()))
        .unwrap_or_else(|| document.place_in(""))
}

#[cfg(test)]
mod tests {
    use super::packet_title;
    use crate::config::Config;
    use crate::document::Document;
    use crate::document::kind::Kind;
    use std::sync::Arc;

    fn parts(kind: Kind, text: &str) -> Option<(String, String, String)> {
        let document = Document::new("WP-1-Example.md", kind, text, Arc::new(Config::default()));
        let title = packet_title(&document)?;
        let said = |range: crate::text::range::Range| range.of(text).to_string();
        Some((said(title.word), said(title.id), said(title.rest)))
    }

    #[test]
    fn title_has_three_parts() {
        let whole = Some(("Work".into(), "WP-1-A".into(), "(second try)".into()));
        assert_eq!(parts(Kind::Packet, "# Work Packet:  WP-1-A  (second try)\n"), whole);
        assert_eq!(
            parts(Kind::Packet, "# Task Packet:\n"),
            Some(("Task".into(), String::new(), String::new()))
        );
    }

    #[test]
    fn heading_of_the_template_is_passed_over() {
        let text = "# TASK_PACKET_STUB_TEMPLATE\n# Work Packet Stub: WP-1-A\n";
        assert!(parts(Kind::Stub, text).is_some());
        assert_eq!(parts(Kind::Packet, text), None);
    }
}
