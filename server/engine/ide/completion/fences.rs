//! Commands in the fences of TEST_PLAN, and entries whose form is fixed: RISK_MAP.

use super::spot::Spot;
use super::{About, Found, Sort};
use crate::document::contract::label::Label;
use crate::document::contract::words::{post_work, pre_work};
use crate::document::lines::LineKind;

/// In a fence of TEST_PLAN: what every plan holds and this one does not yet, the last two in their order.
pub(super) fn commands<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let document = spot.document;
    if document.line_kind(spot.line()) != LineKind::Code {
        return None;
    }
    let field = document.field(Label::TestPlan)?;
    let inside = field.block.start <= spot.offset && spot.offset <= document.whole(field).end;
    if !inside {
        return None;
    }
    let before = spot.before();
    let start = spot.line().start + before.len() - before.trim_start().len();
    let written: Vec<&str> = document.commands(field).iter().map(|command| command.text.trim()).collect();
    let mut found = Found::at(spot, Sort::Value, start, spot.after().trim_end().len());
    for (group, command, about) in plan(document.stem()) {
        let is_there = written.contains(&command.as_str());
        let is_own = spot.line().of(&document.text).trim() == command;
        if !is_there || is_own {
            found.plain(group, &command, about);
        }
    }
    Some(found)
}

fn plan(id: &str) -> [(u32, String, &'static str); 3] {
    [
        (0, pre_work(id), "first: the packet is complete"),
        (1, "just cargo-clean".to_string(), "before the last"),
        (2, post_work(id), "last: the manifest holds"),
    ]
}

/// The commands of a whole TEST_PLAN for the tier of a packet, as a snippet (Part 3.5 [CX-605]).
pub(super) fn test_plan(id: &str, least: usize) -> String {
    let [pre, clean, post] = plan(id).map(|(_, command, _)| command);
    let own = least.max(4) - 3;
    let mut lines = vec![pre];
    lines.extend((1..=own).map(|number| format!("${{{number}:command}}")));
    lines.extend([clean, post]);
    lines.join("\n")
}

/// In an entry of RISK_MAP: the failure and what it leads to.
pub(super) fn risks<'a>(spot: &Spot<'a>) -> Option<Found<'a>> {
    let (field, start) = spot.item()?;
    if field.label != Label::RiskMap || spot.document.text.get(start..spot.offset)?.contains("->") {
        return None;
    }
    let mut found = Found::at(spot, Sort::Value, start, 0);
    if spot.after().trim().is_empty() {
        let form = "\"${1:failure}\" -> \"${2:impact}\"";
        found.add(0, "\"failure\" -> \"impact\"", form, true, "the form of an entry".into(), About::Nothing);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use crate::ide::completion::completions;
    use crate::ide::testing::asked;

    fn offered(text: &str) -> Vec<(String, String)> {
        let place = asked(&format!("//- .GOV/task_packets/WP-1-A.md\n{text}"));
        let found = completions(place.document(), &place.workspace, place.offset).list;
        found.into_iter().map(|found| (found.label, found.text)).collect()
    }

    #[test]
    fn a_test_plan_gets_as_many_commands_as_its_tier_asks_for() {
        for (tier, own) in [("LOW", 1), ("MEDIUM", 1), ("HIGH", 2)] {
            let found = offered(&format!("- RISK_TIER: {tier}\n## QUALITY_GATE\nTEST$0\n"));
            let (_, text) = found.iter().find(|(label, _)| label == "TEST_PLAN").expect("it is missing");
            assert_eq!(text.matches(":command}").count(), own, "{text}");
            let last: Vec<&str> = text.lines().rev().skip(1).take(2).collect();
            assert_eq!(last, ["just post-work WP-1-A", "just cargo-clean"], "{text}");
        }
    }

    #[test]
    fn in_its_fence_the_commands_are_offered_that_it_lacks() {
        let names = |text: &str| offered(text).into_iter().map(|(label, _)| label).collect::<Vec<_>>();
        let found = names("### TEST_PLAN\n```bash\ncargo test\n$0\njust post-work WP-1-A\n```\n");
        assert_eq!(found, ["just pre-work WP-1-A", "just cargo-clean"]);
        assert_eq!(names("### TEST_PLAN\n```bash\njust car$0\n```\n"), ["just cargo-clean"]);
        assert!(names("### ROLLBACK_HINT\n```bash\n$0\n```\n").is_empty());
    }

    #[test]
    fn an_entry_of_the_risk_map_has_its_arrow() {
        let found = offered("- RISK_MAP:\n  - $0\n");
        assert_eq!(found[0].1, "\"${1:failure}\" -> \"${2:impact}\"");
        assert!(offered("- RISK_MAP:\n  - \"a\" -> $0\n").is_empty());
    }
}
