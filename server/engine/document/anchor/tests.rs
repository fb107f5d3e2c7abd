//! Every written form of an anchor, and those that are none.

use super::{citations, parse};

const PREFIX: &str = "Demo_Master_Spec";

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
