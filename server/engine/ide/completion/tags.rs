//! Clause ids of the protocol between square brackets.

use std::collections::BTreeMap;

use super::spot::Spot;
use super::{About, Found, Sort};
use crate::document::contract;
use crate::document::kind::Kind;
use crate::document::spec::tag;
use crate::workspace::Workspace;

/// Behind `[C`, `[CX`, `[CX-6` and so on.
pub(super) fn tags<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let is_part = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '-';
    let start = spot.word_start(spot.line().start, is_part);
    let typed = spot.document.text.get(start..spot.offset)?;
    let is_open = spot.document.text.get(..start).is_some_and(|before| before.ends_with('['));
    if !is_open || typed.is_empty() || !("CX-".starts_with(typed) || typed.starts_with("CX-")) {
        return None;
    }
    let mut found = Found::at(spot, Sort::Tag, start, spot.word_rest(is_part));
    let close = if spot.after().trim_start_matches(is_part).starts_with(']') { "" } else { "]" };
    for (id, about) in known(spot.workspace) {
        found.add(0, &id, &format!("{id}{close}"), false, about, About::Tag(id.clone()));
    }
    Some(found)
}

/// Every clause that a heading of a governance text or the contract names, with what it is about.
fn known(workspace: &Workspace) -> BTreeMap<String, String> {
    let mut known = BTreeMap::new();
    let mut add = |words: &str, about: &str| {
        for clause in tag::clauses(words) {
            for id in tag::ids(clause.of(words)).into_iter().filter(|id| id.starts_with("CX-")) {
                known.entry(id).or_insert_with(|| about.to_string());
            }
        }
    };
    for document in workspace.documents().filter(|document| document.kind == Kind::Governance) {
        for section in document.sections() {
            let title = section.title.of(&document.text);
            if title.contains("CX-") {
                add(title, title);
            }
        }
    }
    for field in contract::fields() {
        add(field.source, field.name);
    }
    known
}

#[cfg(test)]
mod tests {
    use crate::ide::completion::{About, about, completions};
    use crate::ide::testing::asked;

    #[test]
    fn clauses_of_the_protocol_are_offered_between_brackets() {
        let place = asked(
            "//- .GOV/task_packets/WP-1-A.md\nSee [CX-58$0]\n//- .GOV/roles/orchestrator/ORCHESTRATOR_PROTOCOL.md\n# Lineage [CX-580E]\n",
        );
        let found = completions(place.document(), &place.workspace, place.offset).list;
        let own = found.iter().find(|found| found.label == "CX-580E").expect("it is known");
        assert_eq!((own.text.as_str(), own.detail.as_str()), ("CX-580E", "Lineage [CX-580E]"));
        assert_eq!(About::of(&own.about.key().expect("a key")), Some(own.about.clone()));
        let card = about(&own.about, place.document(), &place.workspace).expect("it is defined");
        assert!(card.plain().contains("line 1: Lineage [CX-580E]"), "{}", card.plain());
        let open = asked("//- .GOV/task_packets/WP-1-A.md\nSee [CX-601$0\n");
        let found = completions(open.document(), &open.workspace, open.offset).list;
        assert!(found.iter().any(|found| found.text == "CX-601]"), "the bracket is closed");
        let box_ = asked("//- .GOV/task_packets/WP-1-A.md\n- [$0\n");
        assert!(
            completions(box_.document(), &box_.workspace, box_.offset)
                .list
                .iter()
                .all(|found| found.label != "CX-601")
        );
    }
}
