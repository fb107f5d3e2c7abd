//! What the product was asked for first, in one session: mistakes typed one after the other into a packet that has none.

use serde_json::{Value, json};

use crate::changing::session;
use crate::client::{Session, with_code};
use crate::program::demo;

const PACKET: &str = ".GOV/task_packets/WP-1-Note-Sync-v2.md";
const OTHER: &str = ".GOV/task_packets/WP-1-Tag-Search.md";

/// A packet that is typed in.
struct Typed {
    session: Session,
    lines: Vec<String>,
    version: i32,
    /// Row and words before the last change.
    before: (usize, String),
}

impl Typed {
    fn open() -> Typed {
        // The broken packet of the workspace is to be no third one with the signature.
        let broken = ".GOV/task_packets/WP-1-Export-Bundle.md";
        let files = demo(broken, |text| text.replace("mara040320261415", "mara040320261416"));
        let mut session = session(&files, json!({}));
        session.open(PACKET);
        assert_eq!(session.published(PACKET, 1), [] as [Value; 0]);
        let text = std::fs::read_to_string(session.root.join(PACKET)).expect("the packet");
        Typed {
            session,
            lines: text.lines().map(String::from).collect(),
            version: 1,
            before: (0, String::new()),
        }
    }

    /// Puts other words in the place of some; gives the list for the new text.
    fn replace(&mut self, old: &str, new: &str) -> Vec<Value> {
        let row = self.lines.iter().position(|line| line.contains(old)).expect("the words are there");
        self.before = (row, self.lines[row].clone());
        self.become_line(row, &self.lines[row].replacen(old, new, 1))
    }

    fn take_back(&mut self) -> Vec<Value> {
        let (row, words) = self.before.clone();
        self.become_line(row, &words)
    }

    fn become_line(&mut self, row: usize, words: &str) -> Vec<Value> {
        let end = self.lines[row].chars().count();
        let range =
            json!({ "start": { "line": row, "character": 0 }, "end": { "line": row, "character": end } });
        self.lines[row] = words.to_string();
        self.version += 1;
        self.session.edit(PACKET, self.version, json!([{ "range": range, "text": words }]));
        self.session.published(PACKET, self.version.into())
    }

    /// The words under a finding.
    fn under(&self, found: &Value) -> &str {
        let place = |end: &str, part: &str| found["range"][end][part].as_u64().expect("a number") as usize;
        assert_eq!(place("start", "line"), place("end", "line"));
        &self.lines[place("start", "line")][place("start", "character")..place("end", "character")]
    }
}

#[test]
fn mistakes_are_squiggles_while_they_are_typed_and_go_when_they_are_taken_back() {
    let anchor = "Fieldbook_Master_Spec_v01.004.md 3.2.1 (Revision Identity) [FB-SYNC-010]";
    let to = |place: &str| format!("Fieldbook_Master_Spec_v01.004.md {place}");
    let (roadmap, moved) = (to("7.6.1 (Two Devices, One Note)"), to("3.9.1 (Revision Identity)"));
    let (broad, nowhere, twice) = (to("3.2"), to("9.9"), to("5.2.3"));
    let mut packet = Typed::open();
    for (old, new, code, severity, words, message) in [
        ("REQUESTOR: mara", "REQUESTOR: <fill>", "requestor-missing", 2, "REQUESTOR", "says nothing yet"),
        ("- REQUESTOR: mara", "", "requestor-missing", 2, "METADATA", "no REQUESTOR"),
        (anchor, &roadmap, "spec-anchor-roadmap", 1, &roadmap, "lies in the Roadmap"),
        (anchor, &nowhere, "spec-anchor-not-found", 1, &nowhere, "has no section"),
        (anchor, &moved, "spec-anchor-moved", 2, &moved, "Revision Identity is section 3.2.1 now"),
        (anchor, &twice, "spec-anchor-ambiguous", 2, &twice, "5.2.3"),
        (anchor, &broad, "spec-anchor-too-broad", 2, &broad, "has 2 numbered subsections"),
    ] {
        let list = packet.replace(old, new);
        let found = with_code(&list, code).unwrap_or_else(|| panic!("{code} is not in {list:#?}"));
        assert_eq!(found["severity"], severity, "{code}");
        assert_eq!(packet.under(found), words, "{code}");
        assert!(found["message"].as_str().is_some_and(|said| said.contains(message)), "{found}");
        assert_eq!(packet.take_back(), [] as [Value; 0], "{code} is gone");
    }
}

#[test]
fn a_list_that_is_too_short_is_told_with_its_count_and_its_range() {
    let mut packet = Typed::open();
    let terms = ["\"Outcome::Merged\"", "\"Outcome::Kept\"", "\"fn meet\""];
    let lists = terms.map(|term| packet.replace(&format!("- {term}"), ""));
    assert!(lists[1].is_empty(), "ten are enough: {:#?}", lists[1]);
    let found = with_code(&lists[2], "bootstrap-search-terms-count").expect("nine are not");
    assert_eq!((packet.under(found), &found["severity"]), ("SEARCH_TERMS", &json!(2)));
    assert_eq!(found["message"], "9 SEARCH_TERMS, the protocol asks for 10-20");
    assert_eq!(packet.take_back(), [] as [Value; 0]);
}

#[test]
fn a_signature_of_another_packet_is_told_in_both_while_neither_is_saved() {
    let mut packet = Typed::open();
    packet.session.open(OTHER);
    assert_eq!(packet.session.published(OTHER, 1), [] as [Value; 0]);
    let list = packet.replace("mara020320261030", "mara040320261415");
    for (list, other) in
        [(list, "WP-1-Tag-Search.md"), (packet.session.published(OTHER, 1), "WP-1-Note-Sync-v2.md")]
    {
        let found = with_code(&list, "signature-reused").expect("told in both");
        assert_eq!(found["severity"], 1);
        let first = found["relatedInformation"][0]["location"]["uri"].as_str();
        assert!(first.is_some_and(|uri| uri.ends_with(other)), "{found}");
    }
    assert_eq!(packet.take_back(), [] as [Value; 0]);
    assert_eq!(packet.session.published(OTHER, 1), [] as [Value; 0]);
}
