use super::super::source_change::testing::{change, demo, found, is_completed, paths, put, text_of};
use super::*;

const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";
const REGISTRY: &str = ".GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md";
const AUDIT: &str = ".GOV/roles_shared/SIGNATURE_AUDIT.md";
const GATES: &str = ".GOV/roles/orchestrator/ORCHESTRATOR_GATES.json";

/// A work packet passes its gates: its refinement is filled in, shown, approved, signed; its coder is known.
fn sign(workspace: &mut Workspace, id: &str, signature: &str) {
    let path = format!(".GOV/refinements/{id}.md");
    if workspace.document(&path).is_none() {
        let made = create(New::Refinement, id, workspace).expect("it is made");
        *workspace = made.applied(workspace);
    }
    let text = workspace.document(&path).expect("it is there").text.to_string();
    let text = text
        .replace("USER_REVIEW_STATUS: PENDING", "USER_REVIEW_STATUS: APPROVED")
        .replace("USER_SIGNATURE: <pending>", &format!("USER_SIGNATURE: {signature}"))
        .replace("[ ] PASS", "[x] PASS")
        .replace("VERDICT: PENDING", "VERDICT: PASS")
        .replace("AMBIGUITY_FOUND: PENDING (YES | NO)", "AMBIGUITY_FOUND: NO")
        .replace("ENRICHMENT_NEEDED: PENDING", "ENRICHMENT_NEEDED: NO");
    let mut lines: Vec<String> = text.lines().map(String::from).collect();
    for line in &mut lines {
        if line.starts_with("- USER_APPROVAL_EVIDENCE") {
            *line = format!("- USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT {id}");
        }
    }
    put(workspace, &path, &lines.join("\n"));
    let records = ["REFINEMENT", "SIGNATURE", "PREPARE"].map(|gate| {
        format!("{{\"wpId\": \"{id}\", \"type\": \"{gate}\", \"timestamp\": \"2026-03-06T10:00:00Z\"}},")
    });
    change(workspace, GATES, "\"gate_logs\": [", &format!("\"gate_logs\": [\n{}", records.join("\n")));
}

fn refused(what: New, id: &str, workspace: &Workspace) -> String {
    create(what, id, workspace).expect_err("it is refused").to_string()
}

/// What is found in a file and is no placeholder: neither does it point at one, nor at a field that holds one.
fn found_but_placeholders(workspace: &Workspace, path: &str) -> Vec<(String, String)> {
    let document = workspace.document(path).expect("it is there");
    let is_open = |words: &str| {
        ["<", "path/to/file", "...", "PENDING", "YES | NO", "LOW | MEDIUM", "[ ] PASS", "GAP", "exact symbol"]
            .iter()
            .any(|mark| words.contains(mark))
    };
    let open_fields: Vec<&str> = document
        .fields()
        .list
        .iter()
        .filter(|field| !document.is_said(field) || is_open(document.whole(field).of(&document.text)))
        .map(|field| field.name.of(&document.text))
        .collect();
    let open_sections: Vec<&str> = document
        .sections()
        .iter()
        .filter(|section| section.level > 2 && is_open(section.body.of(&document.text)))
        .map(|section| section.title.of(&document.text))
        .collect();
    let is_placeholder = |words: &str| {
        is_open(words)
            || open_fields.contains(&words)
            || words.starts_with("ANCHOR")
            || open_sections.contains(&words)
    };
    let is_told = |(rule, words): &(String, String)| rule.contains("placeholder") || is_placeholder(words);
    found(workspace, path).into_iter().filter(|found| !is_told(found)).collect()
}

/// What is found in the files that all packets share, and was not before.
#[track_caller]
fn shared_files_are_as_clean_as_before(before: &Workspace, after: &Workspace) {
    for path in [BOARD, REGISTRY, AUDIT] {
        let known = found(before, path);
        // A person counts the phase gate anew: whether its entry is ready now is for them to say.
        let is_new = |found: &(String, String)| !known.contains(found) && !found.0.starts_with("phase-gate-");
        let new: Vec<_> = found(after, path).into_iter().filter(is_new).collect();
        assert_eq!(new, [], "{path}");
    }
}

#[test]
fn a_stub_joins_the_backlog_and_the_registry() {
    let workspace = demo();
    let made = create(New::Stub, "WP-1-Bird-Rings", &workspace).expect("it is made");
    let path = ".GOV/task_packets/stubs/WP-1-Bird-Rings.md";
    assert_eq!(paths(&made), [path, BOARD, REGISTRY]);
    assert!(
        text_of(&made, path).starts_with("# Work Packet Stub: WP-1-Bird-Rings\n"),
        "no preamble of the template"
    );
    assert!(
        text_of(&made, path).contains("- BASE_WP_ID: WP-1-Bird-Rings\n- CREATED_AT: 2026-03-06T12:00:00Z\n")
    );
    assert!(text_of(&made, BOARD).contains("[STUB]\n- **[WP-1-Bird-Rings]** - [STUB]\n"));
    let row = "| WP-1-Bird-Rings | .GOV/task_packets/stubs/WP-1-Bird-Rings.md | Stub Backlog (Not Activated): WP-1-Bird-Rings | active=WP-1-Bird-Rings |\n| WP-1-Export-Bundle";
    assert!(text_of(&made, REGISTRY).contains(row), "{}", text_of(&made, REGISTRY));
    let after = made.applied(&workspace);
    assert_eq!(found_but_placeholders(&after, path), []);
    shared_files_are_as_clean_as_before(&workspace, &after);
}

#[test]
fn what_is_made_in_part_is_told_and_made_by_the_next_run() {
    let mut workspace = demo();
    is_completed(&workspace, |workspace| create(New::Stub, "WP-1-Bird-Rings", workspace));
    sign(&mut workspace, "WP-1-Offline-Cache", "mara060320261015");
    is_completed(&workspace, |workspace| create(New::Packet, "WP-1-Offline-Cache", workspace));
    sign(&mut workspace, "WP-1-Tag-Search-v2", "mara060320261115");
    is_completed(&workspace, |workspace| create(New::Revision, "WP-1-Tag-Search", workspace));
}

#[test]
fn a_refinement_quotes_what_its_stub_names() {
    let workspace = demo();
    let made = create(New::Refinement, "WP-1-Offline-Cache", &workspace).expect("it is made");
    let path = ".GOV/refinements/WP-1-Offline-Cache.md";
    let text = text_of(&made, path);
    assert!(text.contains("- SPEC_TARGET_SHA1: c4f09d873c05d30b17c6b095a1fa3e5e2b332dc7\n"), "{text}");
    assert!(text.contains("- SPEC_ANCHOR: Fieldbook_Master_Spec_v01.004.md 10.2.1 (Offline Reading) [FB-APP-030]\n- CONTEXT_START_LINE: 332\n- CONTEXT_END_LINE: 334\n"), "{text}");
    assert!(text.contains("  ```text\n  ### 10.2.1 Offline Reading\n\n  - [FB-APP-030] Notes"), "{text}");
    assert_eq!(text.matches("#### ANCHOR").count(), 2);
    assert_eq!(found_but_placeholders(&made.applied(&workspace), path), []);
}

#[test]
fn what_the_specification_calls_otherwise_by_now_goes_by_its_name_there() {
    let mut workspace = demo();
    let stub = ".GOV/task_packets/stubs/WP-1-Offline-Cache.md";
    let (written, old) = (
        "Fieldbook_Master_Spec_v01.004.md 10.2.1 (Offline Reading) [FB-APP-030]",
        "Fieldbook_Master_Spec_v01.003.md 5.3.2 (Retention of Exports)",
    );
    change(&mut workspace, stub, written, &format!("{old}; 4.1.1 (Names of Tags)"));
    let made = create(New::Refinement, "WP-1-Offline-Cache", &workspace).expect("it is made");
    let path = ".GOV/refinements/WP-1-Offline-Cache.md";
    let text = text_of(&made, path);
    assert!(text.contains("- SPEC_ANCHOR: 5.4.1 (Retention of Exports)\n"), "{text}");
    assert!(text.contains("- SPEC_ANCHOR: 4.1.1 (Tag Names)\n"), "{text}");
    assert_eq!(found_but_placeholders(&made.applied(&workspace), path), []);
}

#[test]
fn a_refinement_of_new_work_has_no_findings_but_placeholders() {
    let workspace = demo();
    let made = create(New::Refinement, "WP-1-Bird-Rings", &workspace).expect("it is made");
    let path = ".GOV/refinements/WP-1-Bird-Rings.md";
    assert_eq!(found_but_placeholders(&made.applied(&workspace), path), []);
}

#[test]
fn a_packet_takes_over_what_its_refinement_and_its_stub_say() {
    let mut workspace = demo();
    sign(&mut workspace, "WP-1-Offline-Cache", "mara060320261130");
    change(&mut workspace, BOARD, "- **[WP-1-Note-Sync-v2]** - [READY_FOR_DEV]\n", "");
    change(&mut workspace, BOARD, "## Done\n\n", "## Done\n\n- **[WP-1-Note-Sync-v2]** - [VALIDATED]\n");
    let made = create(New::Packet, "WP-1-Offline-Cache", &workspace).expect("it is made");
    let path = ".GOV/task_packets/WP-1-Offline-Cache.md";
    assert_eq!(paths(&made), [path, BOARD, REGISTRY, AUDIT]);
    let text = text_of(&made, path);
    for words in [
        "# Task Packet: WP-1-Offline-Cache\n",
        "- BASE_WP_ID: WP-1-Offline-Cache\n- DATE: 2026-03-06T12:00:00Z\n",
        "- USER_SIGNATURE: mara060320261130\n",
        "- What: Keep the notes of the last 30 days on the device",
        "- SPEC_BASELINE: Fieldbook_Master_Spec_v01.004.md (recorded_at: 2026-03-06T12:00:00Z)\n",
        "- SPEC_ANCHOR:\n  - Fieldbook_Master_Spec_v01.004.md 10.2.1 (Offline Reading) [FB-APP-030]\n  - Fieldbook_Master_Spec_v01.004.md 10.2.2 (Offline Writing) [FB-APP-040]\n- Codex: Fieldbook Codex v1.2.md\n",
        "## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]\n- N/A\n",
        "- Depends on: WP-1-Note-Sync-v2\n",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert_eq!(
        text_of(&made, BOARD).matches("WP-1-Offline-Cache").count(),
        2,
        "its phase gate and one entry"
    );
    assert!(text_of(&made, BOARD).contains("- **[WP-1-Offline-Cache]** - [READY_FOR_DEV]\n"));
    let row = "| WP-1-Offline-Cache | .GOV/task_packets/WP-1-Offline-Cache.md | Ready for Dev: WP-1-Offline-Cache | roadmap 7.6.4; active=WP-1-Offline-Cache |";
    assert!(text_of(&made, REGISTRY).contains(row), "{}", text_of(&made, REGISTRY));
    assert!(text_of(&made, AUDIT).contains("| mara060320261130 | Orchestrator | 2026-03-06 11:30 | Task packet creation: WP-1-Offline-Cache | v01.004 | Approved after refinement. |\n"));
    let after = made.applied(&workspace);
    assert_eq!(found_but_placeholders(&after, path), []);
    shared_files_are_as_clean_as_before(&workspace, &after);
}

#[test]
fn a_packet_that_waits_for_others_begins_as_blocked() {
    let mut workspace = demo();
    sign(&mut workspace, "WP-1-Offline-Cache", "mara060320261130");
    let made = create(New::Packet, "WP-1-Offline-Cache", &workspace).expect("it is made");
    let path = ".GOV/task_packets/WP-1-Offline-Cache.md";
    assert!(text_of(&made, path).contains("- **Status:** Blocked\n"));
    let entry =
        "- **[WP-1-Offline-Cache]** - BLOCKED: waits for WP-1-Note-Sync-v2 (ETA <fill: YYYY-MM-DD>)\n";
    assert!(text_of(&made, BOARD).contains(entry), "{}", text_of(&made, BOARD));
    let after = made.applied(&workspace);
    assert_eq!(found_but_placeholders(&after, path), []);
    shared_files_are_as_clean_as_before(&workspace, &after);
}

#[test]
fn a_packet_without_a_template_is_as_clean() {
    let mut workspace = demo();
    for file in ["TASK_PACKET_TEMPLATE.md", "REFINEMENT_TEMPLATE.md", "TASK_PACKET_STUB_TEMPLATE.md"] {
        assert!(workspace.remove(&format!(".GOV/templates/{file}")));
    }
    for (what, path) in [
        (New::Stub, ".GOV/task_packets/stubs/WP-1-Bird-Rings.md"),
        (New::Refinement, ".GOV/refinements/WP-1-Bird-Rings.md"),
        (New::Packet, ".GOV/task_packets/WP-1-Bird-Rings.md"),
    ] {
        if what == New::Packet {
            sign(&mut workspace, "WP-1-Bird-Rings", "mara060320261130");
        }
        workspace = create(what, "WP-1-Bird-Rings", &workspace).expect("it is made").applied(&workspace);
        assert_eq!(found_but_placeholders(&workspace, path), [], "{path}");
    }
}

#[test]
fn a_revision_supersedes_the_packet_everywhere_at_once() {
    let mut workspace = demo();
    sign(&mut workspace, "WP-1-Tag-Search-v2", "mara060320261140");
    let made = create(New::Revision, "WP-1-Tag-Search", &workspace).expect("it is made");
    let path = ".GOV/task_packets/WP-1-Tag-Search-v2.md";
    assert_eq!(paths(&made), [path, BOARD, REGISTRY, AUDIT]);
    let text = text_of(&made, path);
    for words in [
        "# Task Packet: WP-1-Tag-Search-v2\n",
        "- WP_ID: WP-1-Tag-Search-v2\n- BASE_WP_ID: WP-1-Tag-Search\n",
        "- CODER_MODEL: <unclaimed>\n- CODER_REASONING_STRENGTH: <unclaimed>\n- **Status:** Ready for Dev\n",
        "- REFINEMENT_FILE: .GOV/refinements/WP-1-Tag-Search-v2.md\n",
        "just pre-work WP-1-Tag-Search-v2\n",
        "- Approval: [Approved: mara060320261140]\n",
        "  - .GOV/task_packets/WP-1-Tag-Search.md (status: Superseded; file: In Progress, board: Superseded, registry: superseded)\n",
        "| 4.1.2 [FB-TAG-020] | Searching for a tag MUST also find its children. | GAP | - |",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(!text.contains("mara040320261415"), "the old signature is spent");
    let board = text_of(&made, BOARD);
    assert!(board.contains("- **[WP-1-Tag-Search]** - [SUPERSEDED]\n"), "{board}");
    assert!(board.contains("- **[WP-1-Tag-Search-v2]** - [READY_FOR_DEV]\n"), "{board}");
    assert!(board.contains("## In Progress\n\n## Done\n"), "no hole is left: {board}");
    let after = made.applied(&workspace);
    assert_eq!(found_but_placeholders(&after, path), []);
    assert_eq!(found(&after, ".GOV/task_packets/WP-1-Tag-Search.md"), [], "it is nobody's business any more");
    shared_files_are_as_clean_as_before(&workspace, &after);
}

#[test]
fn a_revision_leaves_reports_with_the_packet_that_they_judge() {
    let mut workspace = demo();
    let old = ".GOV/task_packets/WP-1-Revision-Store.md";
    let text = workspace.document(old).expect("it is there").text.clone();
    put(&mut workspace, old, &format!("{text}\n## VALIDATION REPORT - WP-1-Revision-Store\nVerdict: PASS\n"));
    sign(&mut workspace, "WP-1-Revision-Store-v2", "mara060320261140");
    let made = create(New::Revision, "WP-1-Revision-Store-v2", &workspace).expect("it is made");
    let text = text_of(&made, ".GOV/task_packets/WP-1-Revision-Store-v2.md");
    assert!(!text.contains("Verdict"), "{text}");
    assert!(
        made.applied(&workspace).packet("WP-1-Revision-Store-v2").is_some_and(|packet| packet.is_locked())
    );
}

#[test]
fn what_is_not_made_says_what_to_do_first() {
    let mut workspace = demo();
    for (what, id, words) in [
        (New::Stub, "WP-1-Fix-20260310", "`20260310` in WP-1-Fix-20260310 is a date"),
        (New::Stub, "wp-1-fix", "`wp-1-fix` is no work packet id; write `WP-`, the phase, and a name"),
        (New::Stub, "../WP-1-Fix", "is no work packet id"),
        (
            New::Stub,
            "WP-1-Tag-Search",
            "WP-1-Tag-Search is a packet already; `taskpacket new revision WP-1-Tag-Search`",
        ),
        (New::Stub, "WP-1-offline-cache", "stubs/WP-1-Offline-Cache.md exists; open it"),
        (New::Refinement, "WP-1-Tag-Search", ".GOV/refinements/WP-1-Tag-Search.md exists; open it"),
        (
            New::Packet,
            "WP-1-Note-Sync",
            "WP-1-Note-Sync has a packet: WP-1-Note-Sync; `taskpacket new revision WP-1-Note-Sync`",
        ),
        (
            New::Packet,
            "WP-1-Bird-Rings",
            "WP-1-Bird-Rings has no refinement; `taskpacket new refinement WP-1-Bird-Rings`",
        ),
        (
            New::Revision,
            "WP-1-Bird-Rings",
            "WP-1-Bird-Rings has no packet to revise; `taskpacket new packet WP-1-Bird-Rings`",
        ),
        (
            New::Revision,
            "WP-1-Note-Sync-v7",
            "WP-1-Note-Sync-v7 is not the next revision of WP-1-Note-Sync; that is WP-1-Note-Sync-v3",
        ),
        (New::Revision, "WP-1-Note-Sync", "WP-1-Note-Sync-v3 has no refinement"),
    ] {
        let said = refused(what, id, &workspace);
        assert!(said.contains(words), "{words}\n{said}");
    }
    workspace =
        create(New::Refinement, "WP-1-Bird-Rings", &workspace).expect("it is made").applied(&workspace);
    let said = refused(New::Packet, "WP-1-Bird-Rings", &workspace);
    assert!(
        said.contains("is not signed; show it to the user") && said.contains("just record-signature"),
        "{said}"
    );
}

#[test]
fn a_packet_is_not_made_before_its_gates() {
    let mut workspace = demo();
    let id = "WP-1-Offline-Cache";
    sign(&mut workspace, id, "mara040320261415");
    let said = refused(New::Packet, id, &workspace);
    assert!(said.contains("mara040320261415 is spent for WP-1-Tag-Search"), "{said}");
    let path = ".GOV/refinements/WP-1-Offline-Cache.md";
    change(&mut workspace, path, "mara040320261415", "mara060320261130");
    change(&mut workspace, path, "APPROVE REFINEMENT WP-1-Offline-Cache", "yes");
    assert!(
        refused(New::Packet, id, &workspace).contains("USER_APPROVAL_EVIDENCE must be `APPROVE REFINEMENT")
    );
    change(&mut workspace, path, "EVIDENCE: yes", "EVIDENCE: APPROVE REFINEMENT WP-1-Offline-Cache");
    change(&mut workspace, path, "ENRICHMENT_NEEDED: NO", "ENRICHMENT_NEEDED: YES");
    assert!(refused(New::Packet, id, &workspace).contains("asks for an enrichment"));
    change(&mut workspace, path, "ENRICHMENT_NEEDED: YES", "ENRICHMENT_NEEDED: NO");
    change(&mut workspace, GATES, "\"type\": \"PREPARE\"", "\"type\": \"PREWORK\"");
    let said = refused(New::Packet, id, &workspace);
    assert!(
        said.contains("has no PREPARE record") && said.contains("just worktree-add WP-1-Offline-Cache"),
        "{said}"
    );
    change(&mut workspace, GATES, "\"type\": \"PREWORK\"", "\"type\": \"PREPARE\"");
    change(
        &mut workspace,
        ".GOV/task_packets/WP-1-Note-Sync-v2.md",
        "- (Validator appends",
        "Verdict: FAIL\n- (Validator appends",
    );
    assert!(refused(New::Packet, id, &workspace).contains("depends on WP-1-Note-Sync-v2, which has failed"));
}
