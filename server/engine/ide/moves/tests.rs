use super::super::source_change::SourceChange;
use super::super::source_change::testing::{change, demo, found, is_completed, paths, put, text_of};
use super::manifest::Versions;
use super::*;

const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";
const REGISTRY: &str = ".GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md";
const AUDIT: &str = ".GOV/roles_shared/SIGNATURE_AUDIT.md";
const SYNC: &str = ".GOV/task_packets/WP-1-Note-Sync-v2.md";
const TAGS: &str = ".GOV/task_packets/WP-1-Tag-Search.md";

fn set_to(status: &str, workspace: &Workspace) -> Result<SourceChange, Refusal> {
    status::set_status(
        "WP-1-Note-Sync-v2",
        status,
        Some("waits for\nWP-1-Tag-Search (ETA 2026-03-09)"),
        workspace,
    )
}

/// What is found in the packet and in the files that all packets share, and was not before.
fn new_findings(before: &Workspace, after: &Workspace, packet: &str) -> Vec<(String, String)> {
    let mut new = Vec::new();
    for path in [packet, BOARD, REGISTRY, AUDIT] {
        let known = found(before, path);
        new.extend(found(after, path).into_iter().filter(|found| !known.contains(found)));
    }
    new
}

#[test]
fn a_state_is_set_in_packet_board_and_registry_at_once() {
    let workspace = demo();
    let moved = set_to("blocked", &workspace).expect("it is set");
    assert_eq!(paths(&moved), [SYNC, BOARD, REGISTRY]);
    assert!(text_of(&moved, SYNC).contains("\n- **Status:** Blocked\n"));
    let entry = "- **[WP-1-Note-Sync-v2]** - BLOCKED: waits for WP-1-Tag-Search (ETA 2026-03-09)\n";
    assert!(text_of(&moved, BOARD).contains(entry), "{}", text_of(&moved, BOARD));
    assert!(
        text_of(&moved, BOARD).contains("   - Effort: 18 hours\n   - Status: [BLOCKED]\n"),
        "the phase gate"
    );
    assert!(text_of(&moved, REGISTRY).contains("| Blocked: WP-1-Note-Sync-v2 |"));
    let after = moved.applied(&workspace);
    let owed = ("dependency-board-mismatch".to_string(), "WP-1-Tag-Search".to_string());
    assert_eq!(new_findings(&workspace, &after, SYNC), [owed], "the packet itself names no such dependency");
    let again = set_to("Blocked", &after).expect_err("it is done");
    assert!(again.why.contains("everywhere already"), "{again}");
    let back = set_to("Ready for Dev", &after).expect("it is set").applied(&after);
    assert_eq!(
        back.document(SYNC).map(|packet| packet.text.clone()),
        workspace.document(SYNC).map(|packet| packet.text.clone())
    );
    assert_eq!(new_findings(&workspace, &back, SYNC), []);
}

#[test]
fn a_state_that_is_set_in_part_is_told_and_set_by_the_next_run() {
    let workspace = demo();
    for status in ["In Progress", "Blocked", "Superseded"] {
        is_completed(&workspace, |workspace| set_to(status, workspace));
    }
}

#[test]
fn a_packet_is_done_only_by_its_verdict() {
    let mut workspace = demo();
    let refused = set_to("Done", &workspace).expect_err("nobody has judged it");
    assert!(refused.to_string().contains("the Validator appends a report"), "{refused}");
    change(&mut workspace, SYNC, "- (Validator appends", "Verdict: PASS\n- (Validator appends");
    let moved = set_to("Done", &workspace).expect("it is judged");
    assert!(text_of(&moved, BOARD).contains(
        "## Done\n\n- **[WP-1-Revision-Store]** - [VALIDATED]\n- **[WP-1-Note-Sync-v2]** - [VALIDATED]\n"
    ));
}

#[test]
fn states_that_nobody_can_set_are_refused() {
    let workspace = demo();
    assert!(set_to("finished", &workspace).expect_err("no state").why.contains("`finished` is no state"));
    let refused = status::set_status("WP-1-Note-Sync-v2", "Blocked", Some(" "), &workspace);
    assert!(refused.expect_err("no reason").next.contains("with an ETA"));
    let refused = status::set_status("WP-1-Offline-Cache", "In Progress", None, &workspace);
    assert!(refused.expect_err("a stub").to_string().contains("taskpacket new packet WP-1-Offline-Cache"));
}

#[test]
fn an_errata_stands_before_the_reports_and_what_was_signed_stays() {
    let workspace = demo();
    let moved = errata::record("WP-1-Tag-Search", Some("4.1.2 (Nested Tags)"), Some("Typo"), &workspace)
        .expect("it is recorded");
    assert_eq!(paths(&moved), [TAGS]);
    let note = "## ERRATA\n- **Original SPEC_ANCHOR:** Fieldbook_Master_Spec_v01.004.md 4.1.1 (Tag Names) [FB-TAG-010]; Fieldbook_Master_Spec_v01.004.md 4.1.2 (Nested Tags) [FB-TAG-020]; Fieldbook_Master_Spec_v01.004.md 4.2.2 (Combining Tags and Words) [FB-SRCH-020]\n- **Correct SPEC_ANCHOR:** 4.1.2 (Nested Tags)\n- **Reason:** Typo\n- **Date corrected:** 2026-03-06\n- **Action:** No variant needed; scope unchanged\n\n## VALIDATION_REPORTS\n";
    let after = text_of(&moved, TAGS);
    assert!(after.contains(note), "{after}");
    let before = &workspace.document(TAGS).expect("it is there").text;
    assert_eq!(after.replace(note, "## VALIDATION_REPORTS\n"), **before);
    let after = moved.applied(&workspace);
    assert_eq!(new_findings(&workspace, &after, TAGS), []);
    let twice = errata::record("WP-1-Tag-Search", None, None, &after).expect("it is recorded");
    assert_eq!(text_of(&twice, TAGS).matches("## ERRATA").count(), 1);
}

#[test]
fn an_errata_corrects_no_other_requirement_and_no_open_packet() {
    let mut workspace = demo();
    let refused = errata::record("WP-1-Tag-Search", Some("5.1.1 Bundle Contents"), None, &workspace);
    assert!(refused.expect_err("another one").next.contains("taskpacket new revision WP-1-Tag-Search"));
    let mut cut = workspace.clone();
    change(&mut cut, TAGS, "## VALIDATION_REPORTS", "```text\n## VALIDATION_REPORTS");
    let refused = errata::record("WP-1-Tag-Search", None, None, &cut).expect_err("it would be code");
    assert!(refused.to_string().contains("is never closed; close it first"), "{refused}");
    change(&mut workspace, TAGS, "USER_SIGNATURE: mara040320261415", "USER_SIGNATURE: <pending>");
    let refused = errata::record("WP-1-Tag-Search", None, None, &workspace).expect_err("it is open");
    assert!(refused.to_string().contains("is not signed; correct its SPEC_ANCHOR itself"), "{refused}");
}

#[test]
fn a_forgotten_signature_is_recorded_and_a_spent_one_is_marked() {
    let mut workspace = demo();
    let row = "| mara040320261415 | Orchestrator | 2026-03-04 14:15 | Task packet creation: WP-1-Tag-Search | v01.004 | Approved after refinement. |\n";
    let refused = signature::record("mara040320261415", &workspace).expect_err("it is there");
    assert!(refused.why.contains("the audit has"), "{refused}");
    change(&mut workspace, AUDIT, row, "");
    let moved = signature::record("mara040320261415", &workspace).expect("it is recorded");
    let text = text_of(&moved, AUDIT);
    assert!(text.contains(&row.replace("Approved after refinement.", "Added retroactively.")), "{text}");
    let after = moved.applied(&workspace);
    assert_eq!(new_findings(&workspace, &after, TAGS), []);
    let marked =
        signature::invalidate("mara040320261415", "used twice by mistake", &after).expect("it is marked");
    assert!(
        text_of(&marked, AUDIT)
            .contains("| (INVALID - used twice by mistake) Task packet creation: WP-1-Tag-Search |")
    );
    assert!(signature::invalidate("mara010120260000", "-", &after).is_err());
    assert!(signature::record("mara010120260000", &after).is_err());
}

fn versions(before: Option<&str>, after: &str) -> Versions {
    let text = str::to_string;
    Versions { path: "src/server/sync/merge.rs".into(), before: before.map(text), after: text(after) }
}

#[test]
fn a_manifest_block_is_measured_and_then_measured_anew() {
    let workspace = demo();
    let old = "one\ntwo\nthree\nfour\n";
    let new = "one\r\nTWO\r\nmore\r\nthree\r\nfour\r\n";
    let id = "WP-1-Note-Sync-v2";
    let moved = manifest::fill(id, &versions(Some(old), new), &workspace).expect("it is filled");
    let text = text_of(&moved, SYNC);
    let block = "- **Target File**: `src/server/sync/merge.rs`\n- **Start**: 2\n- **End**: 3\n- **Line Delta**: 1\n- **Pre-SHA1**: `";
    assert!(text.contains(block), "{text}");
    let sha1 = |text: &str| crate::text::hash::sha1_hex_lf(text.as_bytes());
    assert!(
        text.contains(&format!("- **Pre-SHA1**: `{}`\n- **Post-SHA1**: `{}`\n", sha1(old), sha1(new))),
        "{text}"
    );
    let after = moved.applied(&workspace);
    assert!(manifest::fill(id, &versions(Some(old), new), &after).is_err(), "it is up to date");
    let moved = manifest::fill(id, &versions(Some(old), "one\ntwo\n"), &after).expect("it is filled");
    let text = text_of(&moved, SYNC);
    assert!(text.contains("- **Start**: 3\n- **End**: 4\n- **Line Delta**: -2\n"), "{text}");
    assert_eq!(text.matches("Target File").count(), 1);
}

#[test]
fn a_second_file_has_a_block_of_its_own() {
    let workspace = demo();
    let id = "WP-1-Note-Sync-v2";
    let first = manifest::fill(id, &versions(None, "new\n"), &workspace).expect("it is filled");
    let after = first.applied(&workspace);
    let other =
        Versions { path: "src/server/lib.rs".into(), before: Some("a\n".into()), after: "b\n".into() };
    let moved = manifest::fill(id, &other, &after).expect("it is added");
    let text = text_of(&moved, SYNC);
    assert!(
        text.contains(
            "- **Target File**: `src/server/lib.rs`\n- **Start**: 1\n- **End**: 1\n- **Line Delta**: 0\n"
        ),
        "{text}"
    );
    assert!(text.contains("  - [ ] current_file_matches_preimage\n\n## STATUS_HANDOFF"), "{text}");
    assert_eq!(text.matches("  - [ ] anchors_present").count(), 2);
    assert!(
        manifest::fill(id, &versions(Some("same\n"), "same\r\n"), &workspace).is_err(),
        "only its line ends differ"
    );
}

#[test]
fn nothing_is_moved_that_is_not_there() {
    let mut workspace = demo();
    put(&mut workspace, TAGS, "# Task Packet: WP-1-Tag-Search\n");
    let refused = status::set_status("WP-1-Tag-Search", "Done", None, &workspace).expect_err("no verdict");
    assert!(refused.why.contains("no verdict"), "{refused}");
    let refused = status::set_status("WP-1-Note-Sync", "In Progress", None, &workspace).expect_err("closed");
    assert!(refused.to_string().contains("is closed; `taskpacket new revision WP-1-Note-Sync`"), "{refused}");
    let refused = status::set_status("WP-1-Nowhere", "Ready for Dev", None, &workspace).expect_err("unknown");
    assert!(refused.why.contains("there is no packet WP-1-Nowhere"), "{refused}");
}
