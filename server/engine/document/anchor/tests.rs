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
fn the_sign_is_read_in_every_damaged_form() {
    let signs =
        ["§", "§ ", "Â§", "AÂ§", "??", "A", "\\u00a7", "Section ", "section ", "\u{fffd}", "", "**§", "- "];
    for sign in signs {
        assert_eq!(read(&format!("{sign}2.6.1")), ["2.6.1"], "{sign}");
    }
}

#[test]
fn a_file_serves_for_all_parts_behind_it() {
    assert_eq!(
        read("Demo_Master_Spec_v02.113.md 2.6.1, 2.6.2(B); 11.5 FR-EVT-003 + 9.1 (Ropes and knots)"),
        ["2.6.1 @2.113", "2.6.2 <(B)> @2.113", "11.5 #FR-EVT-003 @2.113", "9.1 \"Ropes and knots\" @2.113"]
    );
    assert_eq!(read("Demo_Master_Spec_v1.md; 2.3"), ["2.3 @1"]);
    assert_eq!(read("Master Spec v02.99 10.1.1 TERM-API-001..005"), ["10.1.1 #TERM-API-001..005 @2.99"]);
    assert_eq!(read("Demo_Master_Spec_v1.md"), ["text @1"]);
    assert_eq!(read("Other_Spec_v1.md 2.3"), ["text"]);
}

#[test]
fn commas_and_pluses_inside_a_title_do_not_cut_it() {
    assert_eq!(
        read("2.3.7 Bundles + hashing (normative) and 2.3.8 Retention, pinning, and collection"),
        ["2.3.7 \"Bundles + hashing (normative)\"", "2.3.8 \"Retention, pinning, and collection\""]
    );
}

#[test]
fn ranges_are_full_or_short() {
    assert_eq!(read("2.3.10.6-2.3.10.8"), ["2.3.10.6-2.3.10.8"]);
    assert_eq!(read("2.6.8.10-12 (Mailbox)"), ["2.6.8.10-2.6.8.12 \"Mailbox\""]);
    assert_eq!(read("§2.3.1–§2.3.4"), ["2.3.1-2.3.4"]);
    assert_eq!(read("2.3.4-2"), ["2.3.4"]);
}

#[test]
fn suffixes_narrow_a_number() {
    assert_eq!(read("Â§7.6.3.Acceptance"), ["7.6.3 <.Acceptance>"]);
    assert_eq!(read("**Roadmap:** §7.6.3 item 10 (Gates: Guard)"), ["7.6.3 <item 10> \"Gates: Guard\""]);
    assert_eq!(read("2.8.v02.13 Invocation"), ["2.8.v02.13 \"Invocation\""]);
    assert_eq!(read("7.6.3.15 (v02.36)"), ["7.6.3.15 @2.36"]);
}

#[test]
fn a_heading_in_backticks_is_an_anchor() {
    assert_eq!(
        read("Demo_Master_Spec_v1.md `#### 7.5.4.10 Snapshot, all (HARD)` + `#### 7.5.4.3 Files`"),
        ["7.5.4.10 \"Snapshot, all (HARD)\" @1", "7.5.4.3 \"Files\" @1"]
    );
    assert_eq!(read("`Demo_Master_Spec_v1.md 11.10.3 (Tokens)`"), ["11.10.3 \"Tokens\" @1"]);
    assert_eq!(read("`#### Snapshot`"), ["heading \"Snapshot\""]);
}

#[test]
fn a_line_is_told_from_a_section_behind_the_colon() {
    assert_eq!(read("Demo_Master_Spec_v1.md:466 11.7.4 Licences"), ["line 466 11.7.4 \"Licences\" @1"]);
    assert_eq!(read("Demo_Master_Spec_v1.md:7.5.4 (Kernel)"), ["7.5.4 \"Kernel\" @1"]);
    assert_eq!(read("Criteria \"done\" (Demo_Master_Spec_v1.md:20)"), ["line 20 @1"]);
    assert_eq!(read("Demo_Master_Spec_v1.md:Export rules"), ["heading \"Export rules\" @1"]);
}

#[test]
fn clause_ids_belong_to_their_number_or_stand_alone() {
    assert_eq!(read("§2.6.1 [HSK-WF-002], [HSK-WF-003]"), ["2.6.1 #HSK-WF-002 #HSK-WF-003"]);
    assert_eq!(
        read("Demo_Master_Spec_v1.md [CX-631] (deny) + 7.5.4 ([CX-609B])"),
        ["tag #CX-631 @1", "7.5.4 #CX-609B @1"]
    );
    let elsewhere = ["tag #CX-GATE-001 in .GOV/roles/PROTOCOL.md"];
    assert_eq!(read("[CX-GATE-001] in .GOV/roles/PROTOCOL.md"), elsewhere);
}

#[test]
fn numbers_inside_other_documents_are_marked() {
    assert_eq!(
        read("Addendum: 14.2.1 Panel + 6.3.3 (Roles)"),
        ["14.2.1 \"Panel\" addendum", "6.3.3 \"Roles\""]
    );
    assert_eq!(
        read("Demo_Master_Spec_v1.md 11.8 Engines (Verbatim): 4.1, 6, 7"),
        ["11.8 \"Engines (Verbatim)\" @1", "4.1 within 11.8 @1", "6 within 11.8 @1", "7 within 11.8 @1"]
    );
}

#[test]
fn numbers_in_brackets_are_anchors_too() {
    assert_eq!(
        read("2.6.6 (plus Roadmap pointer: 7.6.3 Phase 1)"),
        ["2.6.6 \"plus Roadmap pointer: 7.6.3 Phase 1\"", "7.6.3 nested"]
    );
    assert_eq!(read("Bundles (see §2.6)"), ["2.6"]);
}

#[test]
fn every_bullet_is_read_by_itself() {
    assert_eq!(
        read("- **10.5.6** Bundle\n- photo section\r\n1. 2.3.4 Two\n* §9.1"),
        ["10.5.6 \"Bundle\"", "text", "2.3.4 \"Two\"", "9.1"]
    );
}

#[test]
fn dates_versions_sizes_and_counts_are_no_sections() {
    for value in [
        "2026-02-06",
        "v02.113",
        "02.113",
        "2.75 MB of text",
        "3 sections",
        "12:30",
        "10.5%",
        "Photo section",
    ] {
        assert_eq!(read(value), ["text"], "{value}");
    }
    assert_eq!(read(" ; , "), Vec::<String>::new());
}

#[test]
fn ranges_are_bytes_of_the_file() {
    let file = "- SPEC_ANCHOR: Demo_Master_Spec_v02.9.md Â§2.6.1 Wörter [HSK-WF-002]\n";
    let base = 15;
    let anchors = parse(&file[base..file.len() - 1], base, PREFIX);
    let anchor = &anchors[0];
    assert_eq!(show(anchor, file), "2.6.1 \"Wörter [HSK-WF-002]\" #HSK-WF-002 @2.9");
    assert_eq!(anchor.prefix.map(|range| range.of(file)), Some("Â§"));
    assert_eq!(anchor.number_range.map(|range| range.of(file)), Some("2.6.1"));
    assert_eq!(anchor.spec_file.as_ref().map(|(range, _)| range.of(file)), Some("Demo_Master_Spec_v02.9.md"));
}

#[test]
fn running_text_cites_signs_long_numbers_and_bracketed_ids_only() {
    let text = "Per §2.6 and section 11.5, 2.6.6.7 holds [CX-631, CX-632]; CX-700 does not. Also (3.2.1). 2.3.4: said.";
    let cited: Vec<_> = citations(text, 0).iter().map(|anchor| show(anchor, text)).collect();
    assert_eq!(cited, ["2.6", "11.5", "2.6.6.7", "tag #CX-631", "tag #CX-632", "3.2.1", "2.3.4"]);
}

#[test]
fn versions_paths_addresses_and_dates_are_not_cited() {
    let text = "v1.2.3, version 1.2.3, node 20.11.1, ^1.2.3, serde@1.0.2, src/1.2.3/x, 127.0.0.1, 10.0.0.1, 10.2.3:80, 0.7.3, \
                2026.02.06, 1.2.3-beta, a1.2.3, 1.2.3rc1, 1.2, 10:30, 3.5 MB, 1.2.3.md";
    assert_eq!(citations(text, 0), Vec::new());
}

#[test]
fn any_bytes_are_survived() {
    let pieces = [
        "§", "Â§", "2.6", ".", "-", "(", ")", "[", "]", "`", "#", "??", ":", ",", "\n", "é", "A", "FR-EVT-1",
        PREFIX,
    ];
    for first in pieces {
        for second in pieces {
            for third in pieces {
                let value = format!("{first}{second}{third}{first} {third}");
                for anchor in parse(&value, 0, PREFIX).iter().chain(&citations(&value, 0)) {
                    assert!(value.get(anchor.range.start..anchor.range.end).is_some(), "{value}");
                    assert!(
                        anchor.title.is_none_or(|title| value.get(title.start..title.end).is_some()),
                        "{value}"
                    );
                }
            }
        }
    }
}
