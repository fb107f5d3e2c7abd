//! The other places of this file that name what stands under the cursor.

use memchr::memmem;

use super::target::{Target, target};
use crate::document::Document;
use crate::document::anchor::citations;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// More than anybody sees at once; a specification may name a thing very often.
const MOST: usize = 1000;

/// One place that names the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    pub range: Range,
    /// It is what the others speak of: the title of a packet, the field that holds a signature.
    pub is_own: bool,
}

/// Every place of the file that names what stands at an offset, in order.
pub fn highlights(document: &Document, workspace: &Workspace, offset: usize) -> Vec<Highlight> {
    let Some(found) = target(document, workspace, offset) else { return Vec::new() };
    let text = &document.text;
    let mut ranges: Vec<Range> = match &found {
        Target::WorkPacket { id, .. } => find_wp_ids(text).filter(|range| range.of(text) == id).collect(),
        Target::Field { label, .. } => document.fields().all(*label).map(|field| field.name).collect(),
        Target::Anchor { anchor, .. } if document.kind != Kind::Spec => {
            let Some(number) = anchor.number else { return words(document, anchor.range.of(text)) };
            let own = document.spec_anchors().iter().cloned().chain(citations(text, 0));
            own.filter(|anchor| anchor.number == Some(number))
                .filter_map(|anchor| anchor.number_range)
                .collect()
        }
        other => return words(document, other.range().of(text)),
    };
    ranges.sort_unstable();
    ranges.dedup();
    ranges.truncate(MOST);
    ranges.into_iter().map(|range| Highlight { range, is_own: is_own(document, range) }).collect()
}

/// The places where the words stand alone.
fn words(document: &Document, words: &str) -> Vec<Highlight> {
    let bytes = document.text.as_bytes();
    let joins = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let alone = memmem::find_iter(bytes, words).filter(|&at| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        !words.is_empty() && !joins(before) && !joins(bytes.get(at + words.len()))
    });
    let ranges = alone.map(|at| Range::new(at, at + words.len())).take(MOST);
    ranges.map(|range| Highlight { range, is_own: is_own(document, range) }).collect()
}

fn is_own(document: &Document, range: Range) -> bool {
    if document.kind == Kind::Spec {
        let heading = document.spec_index().heading_at(range.start);
        return heading.is_some_and(|heading| heading.title_range().contains(range));
    }
    let fields = [Label::TaskId, Label::WpId, Label::UserSignature, Label::SignatureLocked];
    let holds = |label: Label| document.fields().all(label).any(|field| field.value.contains(range));
    document.title().is_some_and(|title| title.title.contains(range)) || fields.into_iter().any(holds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::testing::{Asked, asked, demo_at};

    fn told(asked: &Asked) -> Vec<(String, bool)> {
        let document = asked.document();
        let found = highlights(document, &asked.workspace, asked.offset);
        found.iter().map(|found| (found.range.of(&document.text).to_string(), found.is_own)).collect()
    }

    #[test]
    fn a_work_packet_is_highlighted_whole_and_where_it_is_stated() {
        let place = asked(
            "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\n- WP_ID: WP-1-A\n- Notes: WP-1-$0A, WP-1-A-v2, WP-1-AB\n",
        );
        let id = || "WP-1-A".to_string();
        assert_eq!(told(&place), [(id(), true), (id(), true), (id(), false)]);
    }

    #[test]
    fn anchors_labels_signatures_and_paths_are_highlighted() {
        let place = asked(
            "//- .GOV/task_packets/WP-1-A.md\n- SPEC_ANCHOR: 2.1.$01 Batches\n### DONE_MEANS\n- x per \u{a7}2.1.1 and 2.1.1.1\n\
             //- .GOV/roles_shared/SPEC_CURRENT.md\n**Demo_Master_Spec_v02.001.md**\n//- Demo_Master_Spec_v02.001.md\n# 2. Store\n## 2.1 W\n### 2.1.1 Batches\n",
        );
        assert_eq!(told(&place), [("2.1.1".to_string(), false), ("2.1.1".to_string(), false)]);
        let label = asked("//- .GOV/task_packets/WP-1-A.md\n- Sta$0tus: Done\nx\n**Status:** Blocked\n");
        assert_eq!(told(&label).len(), 2);
        let packet = ".GOV/task_packets/WP-1-Store-v2.md";
        assert_eq!(told(&demo_at(packet, "USER_SIGNATURE: mara")), [("mara050320260915".to_string(), true)]);
        assert!(told(&demo_at(packet, "- What: Wri")).is_empty(), "plain words are nothing");
    }
}
