//! Anchors looked up in small specifications, and all anchors of the real workspace.

use super::super::number::Number;
use super::super::tests::{real, real_folder};
use super::super::{Region, SpecIndex, SpecRegions};
use super::{Resolution, Spec, Specs, resolve};
use crate::document::anchor::{Anchor, Form, parse};
use crate::text::grammar::spec_name::SpecVersion;

const NOW: &str = "\
# 1. Harbour
## 1.1 Moorings (HARD)
### 1.1.1 Ropes [RP-HARD-010]
Every rope is wet [RP-WET-011].
### 1.1.2 Knots
## 1.2 Cranes
## 1.2 Winches
## 1.3 Definitions
## 1.4 Harvest Ledger [HV-020]
````md
## 12.1 Template body
## 6.5 Closing gate
````
## 1.5 Embedded
### 3.2 Their replay
### 6.5 Their archivist
# 7. Working
## 7.6 Plan
### 7.6.1 Phase 1
";

const BEFORE: &str = "\
# 1. Harbour
## 1.1 Moorings
## 1.3 Harvest Ledger
## 1.6 Tides
## 1.7 Old name
### 1.7.1 Buoys [HV-020]
";

fn with_specs<T>(ask: impl FnOnce(Spec, Spec) -> T) -> T {
    let (now, before) = (SpecVersion(vec![2, 10]), SpecVersion(vec![2, 9]));
    let regions = SpecRegions::default();
    let (index, old) = (SpecIndex::scan(NOW, &regions), SpecIndex::scan(BEFORE, &regions));
    let current = Spec { index: &index, text: NOW, version: Some(&now) };
    ask(current, Spec { index: &old, text: BEFORE, version: Some(&before) })
}

fn specs<'a>(current: Spec<'a>, baseline: Option<Spec<'a>>) -> Specs<'a> {
    Specs { current, baseline, baseline_version: None }
}

fn first(value: &str, with_baseline: bool) -> Resolution {
    with_specs(|current, baseline| {
        let anchors = parse(value, 0, "Demo_Master_Spec");
        resolve(&anchors[0], value, specs(current, with_baseline.then_some(baseline)))
    })
}

/// The resolution in a word, with the numbers it gives.
fn say(resolution: &Resolution) -> String {
    let list = |headings: &[super::Heading]| {
        headings.iter().map(|heading| heading.number.to_string()).collect::<Vec<_>>().join(" ")
    };
    match resolution {
        Resolution::Found(heading) => format!("found {}", heading.number),
        Resolution::Roadmap { heading, item } => format!("roadmap {} {item}", heading.number),
        Resolution::TooBroad { heading, children } => format!("broad {}: {}", heading.number, list(children)),
        Resolution::TitleMismatch(heading) => format!("title {}", heading.number),
        Resolution::Moved { heading, instead } => {
            format!("moved {} instead {}", heading.number, list(instead.as_slice()))
        }
        Resolution::Ambiguous(headings) => format!("ambiguous {}", list(headings)),
        Resolution::OnlyFenced(heading) => format!("fenced {}", heading.number),
        Resolution::Removed { .. } => "removed".into(),
        Resolution::NotFound { .. } => "not found".into(),
        Resolution::NotInCurrent { .. } => "not in current".into(),
        Resolution::Line { heading, region } => format!("line {} {region:?}", list(heading.as_slice())),
        Resolution::UnknownLine => "unknown line".into(),
        Resolution::Tag { titled, mentioned } => format!("tag {} in {}", list(titled), list(mentioned)),
        Resolution::TagNotFound { certain, .. } => format!("no tag {certain}"),
        Resolution::TitleNotFound { certain } => format!("no title {certain}"),
        Resolution::Elsewhere => "elsewhere".into(),
        Resolution::Nothing => "nothing".into(),
    }
}

#[test]
fn numbers_come_to_what_the_current_specification_says() {
    let cases = [
        ("1.1.1", "found 1.1.1"),
        ("§1.1.1 Ropes [RP-WET-011]", "found 1.1.1"),
        ("1.1", "broad 1.1: 1.1.1 1.1.2"),
        ("1.2", "ambiguous 1.2 1.2"),
        ("1.2 Winches", "found 1.2"),
        ("§7.6.1", "roadmap 7.6.1 false"),
        ("§7.6.1.14", "roadmap 7.6.1 true"),
        ("§7.6.1 item 3", "roadmap 7.6.1 false"),
        ("12.1 Template body", "fenced 12.1"),
        ("1.9", "not found"),
        ("1.1.1-1.1.2", "found 1.1.1"),
        ("1.1.1-1.1.9", "not found"),
        ("Harbour section", "nothing"),
        ("[RP-WET-011] in roles/PROTOCOL.md", "elsewhere"),
    ];
    for (value, expected) in cases {
        assert_eq!(say(&first(value, false)), expected, "{value}");
    }
}

#[test]
fn title_and_number_are_checked_together() {
    assert_eq!(say(&first("1.3 Harvest Ledger", false)), "moved 1.4 instead 1.3");
    assert_eq!(say(&first("1.9 Harvest Ledger (HARD)", false)), "moved 1.4 instead ");
    assert_eq!(say(&first("1.3 (Signals at night)", false)), "title 1.3");
    assert_eq!(say(&first("1.9 [HV-020]", false)), "moved 1.4 instead ");
    assert_eq!(say(&first("1.3 [HV-020]", false)), "moved 1.4 instead 1.3");
    assert_eq!(say(&first("1.1.1 (Wet ones; RP-WET-011)", false)), "found 1.1.1");
    assert_eq!(say(&first("1.1.1 (is wet)", false)), "found 1.1.1");
    assert_eq!(say(&first("1.1.2 (Signals) [RP-HARD-010]", false)), "moved 1.1.1 instead 1.1.2");
    assert_eq!(say(&first("1.3 (normative)", false)), "found 1.3");
}

#[test]
fn the_baseline_tells_where_a_section_went() {
    assert_eq!(say(&first("Demo_Master_Spec_v02.9.md 1.3", true)), "moved 1.4 instead 1.3");
    assert_eq!(say(&first("Demo_Master_Spec_v02.9.md 1.7.1", true)), "moved 1.4 instead ");
    assert_eq!(say(&first("Demo_Master_Spec_v02.9.md 1.6", true)), "removed");
    assert_eq!(say(&first("Demo_Master_Spec_v02.9.md 1.8", true)), "not found");
}

#[test]
fn of_a_specification_that_is_not_here_nothing_is_claimed() {
    assert_eq!(say(&first("Demo_Master_Spec_v02.8.md 1.9", false)), "not in current");
    assert_eq!(say(&first("Demo_Master_Spec_v02.8.md:4", false)), "unknown line");
    assert_eq!(say(&first("Demo_Master_Spec_v02.8.md [RP-NEW-001]", false)), "no tag false");
    assert_eq!(say(&first("Demo_Master_Spec_v02.8.md Lighthouses", false)), "no title false");
    assert_eq!(say(&first("Demo_Master_Spec_v02.10.md 1.9", false)), "not found");
    with_specs(|current, _| {
        let missing = SpecVersion(vec![2, 8]);
        let baseline_version = Some(&missing);
        let anchors = parse("§1.9", 0, "Demo_Master_Spec");
        let said = resolve(&anchors[0], "§1.9", Specs { current, baseline: None, baseline_version });
        assert_eq!(say(&said), "not in current");
    });
    assert_eq!(say(&first("Demo_Master_Spec_v02.10.md [RP-NEW-001]", false)), "no tag true");
}

#[test]
fn lines_tags_and_titles_are_looked_up() {
    assert_eq!(say(&first("Demo_Master_Spec_v02.10.md:4", false)), "line 1.1.1 MainBody");
    assert_eq!(say(&first("Demo_Master_Spec_v02.9.md:5", true)), "line 1.7 MainBody");
    assert_eq!(say(&first("[RP-HARD-010]", false)), "tag 1.1.1 in 1.1.1");
    assert_eq!(say(&first("[RP-WET-011]", false)), "tag  in 1.1.1");
    assert_eq!(say(&first("`#### Harvest ledger`", false)), "found 1.4");
}

#[test]
fn numbers_of_embedded_documents_are_not_the_specifications() {
    assert_eq!(say(&first("Addendum: 3.2 Their replay", false)), "found 3.2");
    assert_eq!(say(&first("6.5 Closing gate (all of it)", false)), "fenced 6.5");
    assert_eq!(say(&first("6.5", false)), "found 6.5");
    assert_eq!(say(&first("Addendum: 1.3 Definitions", false)), "not found");
    with_specs(|current, _| {
        let value = "Demo_Master_Spec_v02.10.md 1.5 Embedded (Verbatim), 3.2, 1.3";
        let anchors = parse(value, 0, "Demo_Master_Spec");
        let said: Vec<_> =
            anchors.iter().map(|anchor| say(&resolve(anchor, value, specs(current, None)))).collect();
        assert_eq!(said, ["found 1.5", "found 3.2", "not found"]);
    });
}

/// The heading that stands under the written number.
fn heading_of(resolution: &Resolution) -> Option<&super::Heading> {
    match resolution {
        Resolution::Found(heading) | Resolution::TitleMismatch(heading) => Some(heading),
        Resolution::Roadmap { heading, .. } | Resolution::TooBroad { heading, .. } => Some(heading),
        Resolution::OnlyFenced(heading) => Some(heading),
        Resolution::Moved { instead, .. } => instead.as_ref(),
        _ => None,
    }
}

#[test]
fn the_anchors_of_the_real_workspace_come_to_the_lines_they_are_known_to() {
    let (Some((prefix, text)), Some(folder)) = (real(), real_folder()) else { return };
    let Ok(facts) = std::fs::read_to_string(folder.join("facts.json")) else { return };
    let facts: serde_json::Value = serde_json::from_str(&facts).expect("the facts are JSON");
    let index = SpecIndex::scan(&text, &SpecRegions::default());
    let version = SpecVersion(vec![2, 125]);
    let current = Spec { index: &index, text: &text, version: Some(&version) };
    let (mut known, mut equal) = (0, 0);
    for (file, fact) in facts["files"].as_object().into_iter().flatten() {
        for fact in fact["anchors"].as_array().into_iter().flatten() {
            let value = fact["value"].as_str().unwrap_or("");
            let anchors = parse(value, 0, &prefix);
            let unique = fact["current"].as_object().into_iter().flatten();
            for (written, state) in unique.filter(|(_, state)| state["status"] == "unique") {
                let wanted = Number::parse(written);
                // The facts list what lies inside a range; only its two ends are looked up. They take the
                // numbers of addenda and of documents with their own numbering for the specification's.
                let is_inside = |anchor: &Anchor| match anchor.form {
                    Form::Range { from, to } => wanted.is_some_and(|at| from <= at && at <= to),
                    _ => anchor.number == wanted && (anchor.is_addendum || anchor.within.is_some()),
                };
                if anchors.iter().any(is_inside) {
                    continue;
                }
                let anchor = anchors.iter().find(|anchor| wanted.is_some() && anchor.number == wanted);
                let resolution = anchor.map(|anchor| resolve(anchor, value, specs(current, None)));
                let line = resolution.as_ref().and_then(heading_of).map(|heading| u64::from(heading.line));
                known += 1;
                equal += usize::from(line.is_some() && line == state["line"].as_u64());
                if line != state["line"].as_u64() {
                    let said = resolution.as_ref().map(say);
                    println!("{file}: {written} is {said:?} at {line:?}, not {} in {value}", state["line"]);
                }
            }
        }
    }
    println!("{equal} of {known} unique anchors come to the known line");
    assert!(known > 0 && equal * 100 >= known * 98);
    assert_eq!(index.region_of_line(43190), Region::Roadmap);
}
