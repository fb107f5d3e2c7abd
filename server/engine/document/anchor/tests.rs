//! Every written form of an anchor, and those that are none.

use super::{Anchor, Form, citations, parse};

const PREFIX: &str = "Demo_Master_Spec";

/// One line for each anchor: form, number, suffix, title, tags, file.
fn read(value: &str) -> Vec<String> {
    parse(value, 0, PREFIX).iter().map(|anchor| show(anchor, value)).collect()
}

fn show(anchor: &Anchor, text: &str) -> String {
    let number = anchor.number.map(|number| number.to_string());
    let number = match anchor.form {
        Form::Range { from, to } => Some(format!("{from}-{to}")),
        Form::FileLine { line } => {
            Some(format!("line {line}{}", number.map_or(String::new(), |at| format!(" {at}"))))
        }
        Form::Tag => Some("tag".into()),
        Form::Text => Some("text".into()),
        Form::HeadingTitle => Some("heading".into()),
        Form::Number => number,
    };
    let mut shown = number.unwrap_or_default();
    let part = |range: Option<crate::text::range::Range>| range.map(|range| range.of(text).to_string());
    part(anchor.suffix).inspect(|suffix| shown += &format!(" <{suffix}>"));
    part(anchor.title).inspect(|title| shown += &format!(" \"{title}\""));
    anchor.tags.iter().for_each(|tag| shown += &format!(" #{}", tag.of(text)));
    anchor.within.inspect(|around| shown += &format!(" within {around}"));
    for (flag, word) in [(anchor.is_addendum, " addendum"), (anchor.is_nested, " nested")] {
        shown += if flag { word } else { "" };
    }
    if let Some((_, version)) = &anchor.spec_file {
        let parts: Vec<_> = version.0.iter().map(u32::to_string).collect();
        shown += &format!(" @{}", parts.join("."));
    }
    part(anchor.other_file).inspect(|file| shown += &format!(" in {file}"));
    shown
}

#[test]
fn dump() {
    let Ok(facts) = std::fs::read_to_string("/work/shared/corpus/facts.json") else { return };
    let facts: serde_json::Value = serde_json::from_str(&facts).unwrap();
    for (file, entry) in facts["files"].as_object().unwrap() {
        for anchor in entry["anchors"].as_array().into_iter().flatten() {
            let value = anchor["value"].as_str().unwrap();
            println!("VALUE {value}");
            for anchor in parse(value, 0, "Handshake_Master_Spec") {
                println!("    {}", show(&anchor, value));
            }
            let _ = file;
        }
    }
}

#[test]
fn written_forms_of_one_section_are_one_section() {
    for value in ["2.3.13", "\u{a7}2.3.13", "\u{c2}\u{a7}2.3.13", "??2.3.13", "Section 2.3.13", "Demo_Master_Spec_v02.125.md 2.3.13"] {
        let anchors = parse(value, 0, PREFIX);
        let numbers: Vec<String> = anchors.iter().filter_map(|anchor| anchor.number).map(|number| number.to_string()).collect();
        assert_eq!(numbers, ["2.3.13"], "{value}");
    }
}

#[test]
fn several_sections_are_several_anchors() {
    assert_eq!(parse("2.6.6.7.3, 2.6.6.7.9 + 4.2.3", 0, PREFIX).len(), 3);
    assert!(citations("in 3 steps since v02.113 on 2026-03-05", 0).is_empty());
    assert_eq!(citations("Storage trait per \u{a7}2.3.13", 0).len(), 1);
}
