//! Fixtures: files with `//- path` before each but the first, and `$0` where the cursor stands in the first.

use std::sync::Arc;

use super::*;
use crate::config::Config;
use crate::text::edit::{Edit, Edits};
use crate::workspace::surroundings::{Presence, Surroundings};

const PACKET: &str = ".GOV/task_packets/WP-1-Example.md";
const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";
const SPEC: &str = "
//- .GOV/roles_shared/SPEC_CURRENT.md
**Demo_Master_Spec_v02.001.md**
//- Demo_Master_Spec_v02.001.md
# 2. Store
## 2.1 Writing
### 2.1.1 Batches
A batch MUST be one transaction.
one
two
three
four
five
six
seven
## 2.2 Reading
# 7. Plans
## 7.6 Roadmap of batches
";
const OTHERS: &str = "
//- .GOV/task_packets/WP-1-Store.md
# Task Packet: WP-1-Store
- **Status:** In Progress
- What: Write batches.
//- .GOV/task_packets/WP-1-Store-v2.md
# Task Packet: WP-1-Store-v2
- **Status:** Done
//- .GOV/task_packets/stubs/WP-1-Later.md
# Work Packet Stub: WP-1-Later
";

/// The text without its mark, and what is offered at it.
fn at(path: &str, fixture: &str) -> (String, Completions) {
    let mut config = Config::default();
    config.spec.file_prefix = "Demo_Master_Spec".into();
    let config = Arc::new(config);
    let mut workspace = Workspace::new(config.clone());
    let mut surroundings = Surroundings::default();
    surroundings.note("src/store/mod.rs", Presence::File);
    surroundings.note("src/store", Presence::Directory);
    surroundings.note("src/gone.rs", Presence::Missing);
    workspace.surroundings = Arc::new(surroundings);
    let mut cursor = 0;
    let mut first = String::new();
    for (number, part) in fixture.split("//- ").enumerate() {
        let (path, text) = match number {
            0 => (path, part),
            _ => part.split_once('\n').expect("a path has its own line"),
        };
        let mut text = text.to_string();
        if number == 0 {
            cursor = text.find("$0").expect("a mark");
            text = text.replacen("$0", "", 1);
            first = text.clone();
        }
        let kind = Kind::of(path, &text, &config).expect("it is ours");
        workspace.insert(Document::new(path, kind, text, config.clone()));
    }
    let document = workspace.document(path).expect("it was inserted");
    let found = completions(document, &workspace, cursor);
    for one in &found.list {
        let line = document.line_at(cursor);
        assert!(line.contains(one.range), "{one:?}");
        assert!(one.range.start <= cursor && cursor <= one.range.end, "{one:?}");
    }
    (first, found)
}

fn names(path: &str, fixture: &str) -> Vec<String> {
    at(path, fixture).1.list.into_iter().map(|found| found.label).collect()
}

/// The text once this completion is chosen.
#[track_caller]
fn chosen(path: &str, fixture: &str, label: &str) -> String {
    let (text, found) = at(path, fixture);
    let known: Vec<&str> = found.list.iter().map(|found| found.label.as_str()).collect();
    let one = found.list.iter().find(|found| found.label == label);
    let one = one.unwrap_or_else(|| panic!("{label} is not among {known:?}"));
    Edits::new(vec![Edit::replace(one.range, one.text.clone())])
        .and_then(|edits| edits.apply(&text))
        .expect("it fits")
}

#[test]
fn missing_fields_come_in_template_order_those_of_the_section_first() {
    let found = names(PACKET, "# Task Packet: X\n## SCOPE\n- What: x\n- $0\n");
    assert_eq!(found[..4], ["Why", "Boundary", "IN_SCOPE_PATHS", "OUT_OF_SCOPE"]);
    assert_eq!(found[4], "TASK_ID");
    assert!(!found.contains(&"What".to_string()) && !found.contains(&"SPEC_CURRENT".to_string()));
    assert_eq!(names(PACKET, "## Dependencies\n- Depends o$0\n"), ["Depends on"]);
    let found = names(PACKET, "# Task Packet: X\n$0\n");
    assert_eq!(found[..2], ["TASK_ID", "WP_ID"]);
}

#[test]
fn a_field_is_written_in_the_style_of_the_file() {
    for (before, label, after) in [
        ("## SCOPE\n- What: x\n- wh$0\n", "Why", "## SCOPE\n- What: x\n- Why: ${1:the reason}\n"),
        ("## SCOPE\n* **What**: x\nWh$0\n", "Why", "## SCOPE\n* **What**: x\n* **Why**: ${1:the reason}\n"),
        (
            "## SCOPE\n- **What:** x\n- **W$0**\n",
            "Why",
            "## SCOPE\n- **What:** x\n- **Why:** ${1:the reason}\n",
        ),
        (
            "## METADATA\n- TASK_ID: x\n- st$0",
            "Status",
            "## METADATA\n- TASK_ID: x\n- **Status:** Ready for Dev",
        ),
        (
            "## SCOPE\r\n- What: x\r\n- $0\r\n",
            "IN_SCOPE_PATHS",
            "## SCOPE\r\n- What: x\r\n- IN_SCOPE_PATHS:\r\n  - ${1:exact/path}\r\n",
        ),
        (
            "## QUALITY_GATE\n\ndone$0\n",
            "DONE_MEANS",
            "## QUALITY_GATE\n\n### DONE_MEANS\n- ${1:criterion} per ${2:section}\n",
        ),
        (
            "## QUALITY_GATE\n- done$0\n",
            "DONE_MEANS",
            "## QUALITY_GATE\n- DONE_MEANS:\n  - ${1:criterion} per ${2:section}\n",
        ),
        ("## SCOPE\nWhat: x\n$0\n", "Why", "## SCOPE\nWhat: x\nWhy: ${1:the reason}\n"),
        (
            "- RISK_TIER: LOW\n  - $0\n",
            "Justification",
            "- RISK_TIER: LOW\n  - Justification: ${1:why this tier and not a lower one}\n",
        ),
        ("## METADATA\n-$0\n", "TASK_ID", "## METADATA\n- TASK_ID: ${1:WP-1-Example}\n"),
        ("## METADATA\n- $0\n", "TASK_ID", "## METADATA\n- TASK_ID: ${1:WP-1-Example}\n"),
    ] {
        assert_eq!(chosen(PACKET, before, label), after, "{before}");
    }
}

#[test]
fn each_anchor_of_a_refinement_has_its_own_fields() {
    let text = "## TECHNICAL_REFINEMENT\n### SPEC_ANCHORS\n#### ANCHOR 1\n- SPEC_ANCHOR: 2.1\n- CONTEXT_START_LINE: 3\n\
                #### ANCHOR 2\n- SPEC_ANCHOR: 2.2\n- $0\n";
    let found = names(".GOV/refinements/WP-1-Example.md", text);
    assert_eq!(found[..3], ["CONTEXT_START_LINE", "CONTEXT_END_LINE", "CONTEXT_TOKEN"]);
    assert!(!found.contains(&"SPEC_ANCHOR".to_string()));
}

#[test]
fn entries_of_a_list_are_no_fields() {
    assert_eq!(names(PACKET, "## SCOPE\n- OUT_OF_SCOPE:\n  - a -> b\n  - $0\n"), [""; 0]);
    assert_eq!(names(PACKET, "- RISK_TIER: LOW\n  - $0\n"), ["Justification"]);
    assert!(names(PACKET, "## SCOPE\n- OUT_OF_SCOPE:\n  - a -> b\n- $0\n").contains(&"What".to_string()));
}

#[test]
fn values_are_those_of_the_contract() {
    let states = ["Ready for Dev", "In Progress", "Done", "Blocked", "Superseded"];
    assert_eq!(names(PACKET, "- **Status:** $0\n"), states);
    assert_eq!(names(PACKET, "- RISK_TIER:$0\n"), ["LOW", "MEDIUM", "HIGH"]);
    assert_eq!(names(PACKET, "- RISK_TIER: me$0\n"), ["MEDIUM"]);
    assert_eq!(names(PACKET, "### RISK_TIER\n- Level: $0\n"), ["LOW", "MEDIUM", "HIGH"]);
    assert_eq!(names(PACKET, "- USER_SIGNATURE: $0\n"), ["<pending>"]);
    assert_eq!(names(PACKET, "- DATE: $0\n"), [""; 0]);
    let refinement = ".GOV/refinements/WP-1-Example.md";
    assert_eq!(names(refinement, "- USER_REVIEW_STATUS: $0\n"), ["PENDING", "APPROVED"]);
    for (before, label, after) in [
        ("- **Status:**$0\n", "Done", "- **Status:** Done\n"),
        ("- **Status:** $0Ready for Dev\n", "Done", "- **Status:** Done\n"),
        ("- **Status:** D$0 (since May)\n", "Done", "- **Status:** Done (since May)\n"),
        ("- RISK_TIER: $0LOW | MEDIUM | HIGH\n", "LOW", "- RISK_TIER: LOW\n"),
        ("- USER_SIGNATURE: <p$0>\n", "<pending>", "- USER_SIGNATURE: <pending>\n"),
    ] {
        assert_eq!(chosen(PACKET, before, label), after, "{before}");
    }
}

#[test]
fn sections_of_the_main_body_are_offered_by_number_and_title() {
    let with = |text: &str| format!("{text}{SPEC}");
    assert_eq!(
        names(PACKET, &with("- SPEC_ANCHOR: $0\n")),
        ["2 Store", "2.1 Writing", "2.1.1 Batches", "2.2 Reading"]
    );
    assert_eq!(names(PACKET, &with("- SPEC_ANCHOR: \u{a7}2.1$0\n")), ["2.1 Writing", "2.1.1 Batches"]);
    assert_eq!(names(PACKET, &with("- SPEC_ANCHOR:\n  - 2.2\n  - bat$0\n")), ["2.1.1 Batches"]);
    assert_eq!(names(PACKET, &with("### DONE_MEANS\n- All is one $0\n")), [""; 0]);
    for (before, after) in [
        ("- SPEC_ANCHOR: \u{a7}bat$0\n", "- SPEC_ANCHOR: 2.1.1 Batches\n"),
        (
            "- SPEC_ANCHOR: Demo_Master_Spec_v02.001.md 2.1.$0\n",
            "- SPEC_ANCHOR: Demo_Master_Spec_v02.001.md 2.1.1 Batches\n",
        ),
        ("- SPEC_ANCHOR: 2.2; 2.1.$0\n", "- SPEC_ANCHOR: 2.2; 2.1.1 Batches\n"),
        ("- SPEC_ANCHOR:\n  - $0\n", "- SPEC_ANCHOR:\n  - 2.1.1 Batches\n"),
        ("- SPEC_ANCHOR:\n  -$0\n", "- SPEC_ANCHOR:\n  - 2.1.1 Batches\n"),
        ("### DONE_MEANS\n- All is one per $0\n", "### DONE_MEANS\n- All is one per 2.1.1 Batches\n"),
        ("- DONE_MEANS:\n  - All is one per bat$0\n", "- DONE_MEANS:\n  - All is one per 2.1.1 Batches\n"),
    ] {
        let text = chosen(PACKET, &with(before), "2.1.1 Batches");
        assert_eq!(text.trim_end(), after.trim_end(), "{before}");
    }
    for per in ["per 2.2", "per section 2.2"] {
        let text = chosen(PACKET, &with(&format!("### DONE_MEANS\n- All {per}$0\n")), "2.2 Reading");
        assert_eq!(text.trim_end(), "### DONE_MEANS\n- All per section 2.2 Reading");
    }
    let found = at(PACKET, &with("- SPEC_ANCHOR: bat$0\n")).1.list;
    assert_eq!(found[0].about.key().as_deref(), Some("section:3:2.1.1"));
}

#[test]
fn work_packets_are_offered_where_one_waits_for_another() {
    let with = |text: &str| format!("{text}{OTHERS}");
    let found = names(PACKET, &with("## Dependencies\n- Depends on: $0\n"));
    assert_eq!(found, ["WP-1-Store", "WP-1-Later", "WP-1-Store-v2", "NONE"]);
    let found = names(PACKET, &with("- Blocks: WP-1-Later, WP-1-$0\n"));
    assert_eq!(found, ["WP-1-Store", "WP-1-Store-v2"]);
    assert_eq!(names(PACKET, &with("- Depends on: WP-1-Store-v$0\n")), ["WP-1-Store-v3", "WP-1-Store-v2"]);
    assert_eq!(
        chosen(PACKET, &with("- Blocks:$0\n"), "WP-1-Store").lines().next(),
        Some("- Blocks: WP-1-Store")
    );
}

#[test]
fn a_board_entry_is_written_in_the_form_of_its_section() {
    let with = |text: &str| format!("{text}{OTHERS}");
    let first = |fixture: &str| names(BOARD, &with(fixture)).into_iter().next().unwrap_or_default();
    for (section, wanted) in [
        ("Ready for Dev", "- **[WP-1-Store]** - [READY_FOR_DEV]"),
        ("In Progress", "- **[WP-1-Store]** - [IN_PROGRESS]"),
        ("Done", "- **[WP-1-Store-v2]** - [VALIDATED]"),
        ("Stub Backlog (Not Activated)", "- **[WP-1-Later]** - [STUB]"),
        ("Active (Cross-Branch Status)", "- **[WP-1-Store]** - [ACTIVE]"),
    ] {
        assert_eq!(first(&format!("## {section}\n- $0\n")), wanted);
    }
    let listed = "## Done\n- **[WP-1-Store-v2]** - [VALIDATED]\n## In Progress\n";
    assert_eq!(names(BOARD, &with(&format!("{listed}- $0\n"))), ["- **[WP-1-Store]** - [IN_PROGRESS]"]);
    // With the id begun, one that is listed may move; what an editor closed by itself goes.
    let text = chosen(
        BOARD,
        &with(&format!("{listed}- **[WP-1-Store-v$0]**\n")),
        "- **[WP-1-Store-v2]** - [IN_PROGRESS]",
    );
    assert!(text.contains("## In Progress\n- **[WP-1-Store-v2]** - [IN_PROGRESS]\n"), "{text}");
    assert!(
        names(BOARD, &with(&format!("{listed}- **[WP-1-Store-v$0")))
            .contains(&"- **[WP-1-Store-v3]** - [IN_PROGRESS]".into())
    );
    let text = chosen(BOARD, &with("## Blocked\n- **[WP-1-St$0]** - BLOCKED: no disk\n"), "WP-1-Store");
    assert!(text.contains("- **[WP-1-Store]** - BLOCKED: no disk\n"), "{text}");
    let text = chosen(BOARD, &with("## Blocked\n-$0\n"), "- **[WP-1-Store]** - BLOCKED");
    assert!(text.contains("- **[WP-1-Store]** - BLOCKED: ${1:reason} (ETA ${2:YYYY-MM-DD})\n"), "{text}");
}

#[test]
fn the_registry_offers_bases_and_paths() {
    let registry = ".GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md";
    let table = "| Base WP ID | Active Packet | Task Board | Notes |\n|---|---|---|---|\n";
    let with = |row: &str| format!("{table}{row}\n{OTHERS}");
    assert_eq!(names(registry, &with("| $0")), ["WP-1-Later", "WP-1-Store"]);
    let found = names(registry, &with("| WP-1-Store | $0"));
    assert_eq!(found[0], ".GOV/task_packets/WP-1-Store.md");
    assert_eq!(found.len(), 3);
}

#[test]
fn paths_are_those_that_are_known() {
    let with = |text: &str| format!("{text}{OTHERS}");
    let found = names(PACKET, &with("- IN_SCOPE_PATHS:\n  - $0\n"));
    assert_eq!(found[..3], ["src/store/", "src/store/mod.rs", ".GOV/task_packets/WP-1-Store-v2.md"]);
    assert!(!found.contains(&"src/gone.rs".into()) && !found.contains(&PACKET.into()));
    let scoped = "- IN_SCOPE_PATHS:\n  - src/store/mod.rs\n- FILES_TO_OPEN:\n";
    let found = names(PACKET, &format!("{scoped}  - src/$0\n"));
    assert_eq!(found[0], "src/store/mod.rs");
    let text = chosen(PACKET, "- FILES_TO_OPEN:\n  - `src/st$0ore`\n", "src/store/mod.rs");
    assert_eq!(text, "- FILES_TO_OPEN:\n  - `src/store/mod.rs`\n");
    assert_eq!(names(PACKET, "- IN_SCOPE_PATHS:\n  - src/store/ (new $0\n"), [""; 0]);
}

#[test]
fn rules_are_named_in_the_comment_that_silences_them() {
    let found = names(PACKET, "<!-- taskpacket-ignore in-scope-glob, scope-why$0: x -->\n");
    assert_eq!(found[0], "scope-why-missing");
    let found = at(PACKET, "# X\n<!-- taskpacket-ignore $0").1;
    assert_eq!((found.list.len(), found.is_cut), (MOST, true));
    assert_eq!(names(PACKET, "<!-- taskpacket-ignore in-scope-glob: because $0 -->\n"), [""; 0]);
    assert!(
        !names(PACKET, "<!-- taskpacket-ignore suppression$0 -->\n").contains(&"suppression-unused".into())
    );
    let text = chosen(PACKET, "<!-- taskpacket-ignore-file in-scope-gl$0-->\n", "in-scope-glob");
    assert_eq!(text, "<!-- taskpacket-ignore-file in-scope-glob-->\n");
}

#[test]
fn nothing_is_offered_in_code_in_reports_and_in_comments() {
    for text in [
        "## SCOPE\n```\n- $0\n```\n",
        "## SCOPE\n```\n<!-- taskpacket-ignore $0 -->\n```\n",
        "## SCOPE\n```\n- Status: $0\n",
        "## VALIDATION_REPORTS\n- Status: $0\n",
        "## VALIDATION_REPORTS\n### Report\n- $0\n",
        "## EVIDENCE\n- $0\n",
        "<!--\n- $0\n-->\n",
        "## SCOPE\n- What: some words$0\n",
        "## SCOPE\nA $0\n",
        "## SCOPE\n- What: some\n  wo$0\n",
    ] {
        assert_eq!(names(PACKET, text), [""; 0], "{text}");
    }
    assert_eq!(names(".GOV/roles_shared/START_HERE.md", "- $0\n"), [""; 0]);
    assert_eq!(names("Demo_Master_Spec_v02.001.md", "# 1. X\n- $0\n"), [""; 0]);
}

#[test]
fn every_place_of_every_fixture_can_be_asked_about() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let config = Arc::new(Config::default());
    let mut folders = vec![root];
    let mut workspace = Workspace::new(config.clone());
    let mut paths = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_string();
            match std::fs::read_to_string(&path) {
                _ if path.is_dir() => folders.push(path),
                Ok(text) if name.ends_with(".md") && text.len() < 60_000 => {
                    let (path, kind) = match name.contains("BOARD") {
                        true => (format!("{}.{name}", paths.len()), Kind::Board),
                        false => (format!(".GOV/task_packets/{}.{name}", paths.len()), Kind::Packet),
                    };
                    workspace.insert(Document::new(path.as_str(), kind, text, config.clone()));
                    paths.push(path);
                }
                _ => {}
            }
        }
    }
    assert!(paths.len() > 20, "{}", paths.len());
    let mut asked = 0;
    for path in &paths {
        let document = workspace.document(path).expect("it was inserted");
        let places = document.text.char_indices().map(|(at, _)| at).chain([document.text.len()]);
        // Every seventh is as good as all, and the ends of lines are always among them.
        for at in places.filter(|at| at % 7 == 0 || document.text[*at..].starts_with(['\n', '\r', '-', ':']))
        {
            let found = completions(document, &workspace, at);
            let line = document.line_at(at);
            let at = at.min(line.end);
            for one in &found.list {
                assert!(
                    line.contains(one.range) && one.range.start <= at && at <= one.range.end,
                    "{path} {at} {one:?}"
                );
                assert!(document.text.is_char_boundary(one.range.end), "{path} {at} {one:?}");
            }
            asked += 1;
        }
    }
    eprintln!("{asked} places in {} files", paths.len());
}
