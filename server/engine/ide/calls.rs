//! Which work packets wait for which: the dependencies of one, as an editor shows who calls whom.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::target::{Target, target};
use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::kind::Kind;
use crate::text::grammar::id::find_wp_ids;
use crate::text::range::Range;
use crate::workspace::Workspace;

/// A work packet that has a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub id: String,
    pub path: Arc<str>,
    /// Its title.
    pub range: Range,
    /// Its state.
    pub detail: String,
}

/// A work packet on the other side, and the places of the caller's file that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub item: Item,
    pub places: Vec<Range>,
    /// Where the places are.
    pub path: Arc<str>,
}

/// The work packet that is meant at an offset; in the file of one, that one.
pub fn prepare(document: &Document, workspace: &Workspace, offset: usize) -> Option<Item> {
    let id = match target(document, workspace, offset) {
        Some(Target::WorkPacket { id, .. }) => id,
        _ if matches!(document.kind, Kind::Packet | Kind::Stub) => document.stem().to_string(),
        _ => return None,
    };
    item(workspace.meant(&id), workspace)
}

/// The work packets that wait for this one.
pub fn incoming(id: &str, workspace: &Workspace) -> Vec<Call> {
    let own = workspace.packet(id).map(|packet| packet.facts().blocks.clone()).unwrap_or_default();
    let ids: BTreeSet<&str> = workspace.waiting_for(id).chain(own.iter().map(String::as_str)).collect();
    ids.into_iter().filter(|wp| *wp != id).filter_map(|wp| call(wp, id, wp, workspace)).collect()
}

/// The work packets that this one waits for.
pub fn outgoing(id: &str, workspace: &Workspace) -> Vec<Call> {
    let packets = workspace.documents().filter(|document| document.kind == Kind::Packet);
    let blocked_by = packets.filter(|packet| packet.facts().blocks.iter().any(|wp| wp == id));
    let own = workspace.packet(id).map(|packet| packet.facts().depends_on.clone()).unwrap_or_default();
    let ids: BTreeSet<&str> =
        own.iter().map(String::as_str).chain(blocked_by.map(|packet| packet.stem())).collect();
    ids.into_iter().filter(|wp| *wp != id).filter_map(|wp| call(id, wp, wp, workspace)).collect()
}

/// That `waits` depends on `for_`; the other side of it is `other`.
fn call(waits: &str, for_: &str, other: &str, workspace: &Workspace) -> Option<Call> {
    let item = item(other, workspace)?;
    let place = |id: &str, label: Label, names: &str| {
        let document = workspace.packet(id)?;
        let ranges: Vec<Range> = document
            .fields()
            .all(label)
            .flat_map(|field| named(document, field.line.cover(field.block), names))
            .collect();
        (!ranges.is_empty()).then(|| (document.path.clone(), ranges))
    };
    // Either side may say it.
    let said = place(waits, Label::DependsOn, for_).or_else(|| place(for_, Label::Blocks, waits));
    let (path, places) = said.unwrap_or((item.path.clone(), Vec::new()));
    Some(Call { item, places, path })
}

fn named(document: &Document, inside: Range, id: &str) -> Vec<Range> {
    let words = inside.of(&document.text);
    let found = find_wp_ids(words).filter(|range| range.of(words) == id);
    found.map(|range| Range::new(inside.start + range.start, inside.start + range.end)).collect()
}

/// A work packet by its id; nothing where it has no file.
pub fn item(id: &str, workspace: &Workspace) -> Option<Item> {
    let document = workspace.packet(id).or_else(|| workspace.stub(id))?;
    let range = document.title().map_or(Range::empty(0), |title| title.title);
    let token = workspace.index().on_board(id).find_map(|entry| entry.token.clone());
    let status = document.facts().status.map(|status| status.name().to_string());
    let detail = token.or(status).unwrap_or_default();
    Some(Item { id: id.to_string(), path: document.path.clone(), range, detail })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::testing::{asked, demo_at};

    #[test]
    fn who_waits_calls_and_who_is_waited_for_is_called() {
        let place = demo_at(".GOV/task_packets/WP-1-Store-v2.md", "Depends on: WP-1-S");
        let item = prepare(place.document(), &place.workspace, place.offset).expect("a work packet");
        assert_eq!((item.id.as_str(), item.detail.as_str()), ("WP-1-Sync", "IN_PROGRESS"));
        let waiting = incoming("WP-1-Sync", &place.workspace);
        let [call] = waiting.as_slice() else { panic!("{waiting:?}") };
        assert_eq!(call.item.id, "WP-1-Store-v2");
        let words: Vec<&str> = call.places.iter().map(|range| range.of(&place.document().text)).collect();
        assert_eq!(words, ["WP-1-Sync"], "where the one that waits says so");
        let needed = outgoing("WP-1-Store-v2", &place.workspace);
        assert_eq!(needed.iter().map(|call| call.item.id.as_str()).collect::<Vec<_>>(), ["WP-1-Sync"]);
        assert!(outgoing("WP-1-Sync", &place.workspace).is_empty());
    }

    #[test]
    fn a_dependency_that_only_the_other_side_states_counts() {
        let place = asked(
            "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\n- Blocks: WP-1-B, WP-1-Gone\nwo$0rds\n//- .GOV/task_packets/WP-1-B.md\n# Task Packet: WP-1-B\n",
        );
        let item = prepare(place.document(), &place.workspace, place.offset).expect("the file's own");
        assert_eq!(item.id, "WP-1-A");
        let waiting = incoming("WP-1-A", &place.workspace);
        assert_eq!(waiting.iter().map(|call| call.item.id.as_str()).collect::<Vec<_>>(), ["WP-1-B"]);
        assert_eq!(
            outgoing("WP-1-B", &place.workspace).first().map(|call| call.item.id.as_str()),
            Some("WP-1-A")
        );
    }
}
