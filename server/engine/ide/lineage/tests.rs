use super::super::source_change::testing::{change, demo, found, put};
use super::*;
use crate::text::edit::Edits;

const OWN: &str = ".GOV/task_packets/WP-1-Note-Sync-v2.md";
const PRIOR: &str = ".GOV/task_packets/WP-1-Note-Sync.md";
const LISTED: &str = "  - .GOV/task_packets/WP-1-Note-Sync.md (status: Superseded)\n";

/// The demo workspace, in which the revision's audit is something else.
fn with_audit(audit: &str) -> Workspace {
    let mut workspace = demo();
    let text = workspace.document(OWN).expect("it is there").text.clone();
    let start = text.find("## LINEAGE_AUDIT").expect("it has one");
    let end = text.find("## Dependencies").expect("it goes on");
    put(&mut workspace, OWN, &format!("{}{audit}{}", &text[..start], &text[end..]));
    workspace
}

fn inserted(workspace: &mut Workspace) -> String {
    let packet = workspace.document(OWN).expect("it is there").clone();
    assert!(is_missing(&packet), "there is no audit");
    let edit = insertion(&packet, workspace);
    let text = Edits::new(vec![edit]).and_then(|edits| edits.apply(&packet.text)).expect("it fits");
    put(workspace, OWN, &text);
    text
}

/// The lines of the audit before its map.
fn lines(text: &str) -> &str {
    let start = text.find("## LINEAGE_AUDIT").unwrap_or(0);
    text[start..].split("| SPEC_ANCHOR").next().unwrap_or("")
}

fn refreshed_text(workspace: &Workspace) -> String {
    let packet = workspace.document(OWN).expect("it is there");
    let edits = Edits::new(refreshed(packet, workspace)).expect("they fit together");
    edits.apply(&packet.text).expect("they fit")
}

#[test]
fn an_inserted_audit_says_what_is_known_and_leaves_the_evidence_open() {
    let mut workspace = with_audit("");
    let text = inserted(&mut workspace);
    let audit = "\
## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]
- BASE_WP_ID: WP-1-Note-Sync
- WP_ID: WP-1-Note-Sync-v2
- SPEC_TARGET: Fieldbook_Master_Spec_v01.004.md (from .GOV/roles_shared/SPEC_CURRENT.md)
- Roadmap pointer: <fill: section of the Roadmap, or N/A>
- Prior packets:
  - .GOV/task_packets/WP-1-Note-Sync.md (status: Superseded; file: In Progress with verdict FAIL, board: Superseded, registry: superseded)

| SPEC_ANCHOR | Main Body requirement (MUST/SHOULD) | Repo evidence (path:line) | Introduced (commit) | Notes |
|---|---|---|---|---|
| 3.2.1 [FB-SYNC-010] | The server MUST derive the identity of an incoming revision from its bytes and its parents, and MUST refuse a revision whose claimed identity differs. | GAP | - | evidence not looked up yet |
| 3.2.1 [FB-SYNC-011] | Receiving the same revision twice MUST have the effect of receiving it once. | GAP | - | evidence not looked up yet |
| 3.2.2 [FB-SYNC-020] | Order between revisions MUST come from the parent chain. The time that a device reports MUST be kept for display and MUST NOT decide anything. | GAP | - | evidence not looked up yet |
| 3.3.1 [FB-SYNC-030] |";
    assert!(text.contains(&format!("- Approval: [Approved: mara020320261030]\n\n{audit}")), "{text}");
    assert!(text.contains("| evidence not looked up yet |\n\n## Dependencies"), "{text}");
    assert_eq!(text.matches("| GAP |").count(), 8, "one row for each clause of five sections");
}

#[test]
fn an_inserted_audit_has_no_findings_but_its_gaps() {
    let mut workspace = with_audit("");
    assert!(found(&workspace, OWN).iter().any(|(rule, _)| rule == "lineage-missing"));
    inserted(&mut workspace);
    let found = found(&workspace, OWN);
    assert_eq!(found.len(), 8, "{found:?}");
    assert!(found.iter().all(|(rule, words)| rule == "lineage-gap-declared" && words == "GAP"), "{found:?}");
    let packet = workspace.document(OWN).expect("it is there");
    assert!(!is_missing(packet), "a second one has nothing to do");
    assert_eq!(refreshed(packet, &workspace), []);
}

#[test]
fn instructions_and_n_a_give_way_and_nothing_else_is_touched() {
    for left in ["- N/A\n\n", "- Required when `WP_ID` includes `-v{N}`.\n\n", "\n"] {
        let heading = "## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]\n";
        let text = inserted(&mut with_audit(&format!("{heading}{left}")));
        assert_eq!(text, inserted(&mut with_audit("")), "{left}");
    }
}

#[test]
fn line_ends_are_those_of_the_packet() {
    let mut workspace = with_audit("");
    let text = workspace.document(OWN).expect("it is there").text.replace('\n', "\r\n");
    put(&mut workspace, OWN, &text);
    let text = inserted(&mut workspace);
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn a_stub_of_the_base_is_listed_and_gives_the_roadmap_pointer() {
    let mut workspace = with_audit("");
    let stub = "# Work Packet Stub: WP-1-Note-Sync\n- STUB_STATUS: STUB (NOT READY FOR DEV)\n- ROADMAP_POINTER: 7.6.1 (Two Devices, One Note)\n";
    put(&mut workspace, ".GOV/task_packets/stubs/WP-1-Note-Sync.md", stub);
    let text = inserted(&mut workspace);
    assert!(
        text.contains("- Roadmap pointer: 7.6.1 (Two Devices, One Note) (pointer only;"),
        "{}",
        lines(&text)
    );
    let line = "  - .GOV/task_packets/stubs/WP-1-Note-Sync.md (status: Activated; file: Stub, board: not listed, registry: not active)\n";
    assert!(
        text.contains(&format!("- Prior packets:\n{line}  - .GOV/task_packets/WP-1-Note-Sync.md")),
        "{}",
        lines(&text)
    );
}

#[test]
fn what_is_listed_with_its_state_stays_as_it_is() {
    let workspace = demo();
    assert_eq!(refreshed(workspace.document(OWN).expect("it is there"), &workspace), []);
}

#[test]
fn a_refresh_restates_what_has_changed_and_leaves_the_map_alone() {
    let mut workspace = demo();
    change(
        &mut workspace,
        OWN,
        LISTED,
        "  - .GOV/task_packets/WP-1-Note-Sync.md (status: Ready for Dev), kept\n",
    );
    let before = workspace.document(OWN).expect("it is there").text.clone();
    let after = refreshed_text(&workspace);
    let stated = "(status: Superseded; file: In Progress with verdict FAIL, board: Superseded, registry: superseded), kept";
    assert_eq!(after, before.replace("(status: Ready for Dev), kept", stated));
}

#[test]
fn a_refresh_adds_what_is_not_listed() {
    let mut workspace = demo();
    change(&mut workspace, OWN, LISTED, "");
    let after = refreshed_text(&workspace);
    assert!(
        after.contains("- Prior packets:\n  - .GOV/task_packets/WP-1-Note-Sync.md (status: Superseded;"),
        "{after}"
    );
    change(&mut workspace, OWN, "- Prior packets:\n", "");
    let after = refreshed_text(&workspace);
    assert!(
        after.contains("decides)\n- Prior packets:\n  - .GOV/task_packets/WP-1-Note-Sync.md (status:"),
        "{after}"
    );
    put(&mut workspace, OWN, &after);
    assert_eq!(refreshed(workspace.document(OWN).expect("it is there"), &workspace), []);
    assert_eq!(found(&workspace, OWN), []);
}

#[test]
fn only_revisions_have_a_lineage() {
    let workspace = demo();
    let packet = workspace.document(PRIOR).expect("it is there");
    assert!(!is_missing(packet));
    assert_eq!(refreshed(packet, &workspace), []);
}
