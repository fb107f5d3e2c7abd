use super::*;
use crate::ide::testing::{Asked, asked, demo_at};

const PACKET: &str = ".GOV/task_packets/WP-1-Store-v2.md";
const SPEC: &str = "Demo_Master_Spec_v02.001.md";

fn said(asked: &Asked) -> String {
    let found = hover(asked.document(), &asked.workspace, asked.offset);
    found.map(|found| found.card.plain()).unwrap_or_default()
}

#[track_caller]
fn has(said: &str, wanted: &[&str]) {
    let missing: Vec<_> = wanted.iter().filter(|words| !said.contains(**words)).collect();
    assert!(missing.is_empty(), "{missing:?} not in:\n{said}");
}

#[test]
fn a_work_packet_is_told_with_what_shows_its_state() {
    let asked = demo_at(PACKET, "# Task Packet: WP-1-Sto");
    let card = said(&asked);
    has(
        &card,
        &[
            "WP-1-Store-v2\n\nWrite *batches* to the store.",
            "Stage: PRE_WORK: signed, and Ready for Dev on the board; next DELEGATION: a Coder claims it",
            "Status: Ready for Dev",
            "Task board: Ready for Dev [READY_FOR_DEV]",
            "Registry: the active packet of its base",
            "Signature: mara050320260915: mara, 2026-03-05 09:15, in the audit: Task packet creation: WP-1-Store-v2",
            "Refinement: approved and signed",
            "Waits for: WP-1-Sync (IN_PROGRESS)",
            "Age: Ready for Dev for 16 work days since 2026-02-16, at most 10 are usual, which is too long",
            "In scope: 1 paths, not locked: nobody works on it",
            "Findings: ",
        ],
    );
    let found = hover(asked.document(), &asked.workspace, asked.offset).expect("a card");
    assert!(found.card.markdown().contains("Write \\*batches\\* to the store."), "{}", found.card.markdown());
}

#[test]
fn a_base_id_tells_of_its_active_packet_and_a_blocker_of_what_it_blocks() {
    let replaced = said(&demo_at(PACKET, "BASE_WP_ID: WP-1-St"));
    has(&replaced, &["Stage: STATUS_SYNC: superseded", "Registry: replaced by WP-1-Store-v2"]);
    let base = asked(
        "//- .GOV/task_packets/WP-1-A-v2.md\n- BASE_WP_ID: WP-$01-A\n//- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md\n\
         | Base WP ID | Active Packet |\n|---|---|\n| WP-1-A | .GOV/task_packets/WP-1-A-v2.md |\n",
    );
    has(&said(&base), &["WP-1-A-v2 (the active packet of WP-1-A)"]);
    let sync = said(&demo_at(PACKET, "Depends on: WP-1-Sy"));
    has(&sync, &["Stage: DELEGATION", "Blocks: WP-1-Store-v2 (READY_FOR_DEV)", "Holds locked: src/sync/"]);
    has(&sync, &["Registry: no row", "Refinement: none"]);
    let later = asked(
        "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\n- Blocks: WP-1-$0Later\n//- .GOV/task_packets/stubs/WP-1-Later.md\n# Work Packet Stub: WP-1-Later\n",
    );
    has(&said(&later), &["Stage: STUB: a stub exists; next REFINEMENT", "Status: stub"]);
    let gone = asked("//- .GOV/task_packets/WP-1-A.md\n- Blocks: WP-1-$0Gone\n");
    has(&said(&gone), &["no file, no gate and no board entry", "no packet and no stub"]);
}

#[test]
fn a_section_is_told_from_an_anchor_and_from_its_own_heading() {
    for place in
        [demo_at(PACKET, "SPEC_ANCHOR: 2.1"), demo_at(SPEC, "### 2.1.1 Bat"), demo_at(PACKET, "; FR-ST")]
    {
        let card = said(&place);
        has(&card, &["2.1.1 Batches", "2 Store > 2.1 Writing", "Main Body, 1 MUST, 1 SHOULD"]);
        has(&card, &["Anchored by WP-1-Store-v2", "A batch MUST be one transaction."]);
        assert_eq!(card.matches("Anchored by WP-1-Store-v2").count(), 1, "{card}");
    }
    let place = demo_at(PACKET, "SPEC_ANCHOR: 2.1");
    let found = hover(place.document(), &place.workspace, place.offset).expect("a card");
    assert!(found.card.markdown().contains("See \\[the rest](http&#58;//example.com)."), "no link of a file");
}

#[test]
fn an_anchor_that_leads_nowhere_says_what_is_near() {
    let place = asked(
        "//- .GOV/task_packets/WP-1-A.md\n- SPEC_ANCHOR: 2.1.$09\n//- .GOV/roles_shared/SPEC_CURRENT.md\n\
         **Demo_Master_Spec_v02.001.md**\n//- Demo_Master_Spec_v02.001.md\n# 2. Store\n## 2.1 Writing\n### 2.1.1 Batches\n",
    );
    has(&said(&place), &["no such section; nearest: 2.1, 2.1.1"]);
}

#[test]
fn a_field_says_what_it_needs_and_what_it_has() {
    has(
        &said(&demo_at(PACKET, "- IN_SCOPE")),
        &[
            "IN_SCOPE_PATHS",
            "5-20 exact files",
            "Here: 1 of 5-20, which does not fit",
            "Once signed: may not change",
            "Part 3.5",
        ],
    );
    has(&said(&demo_at(PACKET, "- RISK")), &["One of: LOW, MEDIUM, HIGH", "Here: LOW", "RISK_TIER: "]);
}

#[test]
fn a_path_says_who_has_it_in_scope_and_who_holds_it() {
    has(&said(&demo_at(PACKET, "src/store/")), &[]);
    let mut place = demo_at(".GOV/task_packets/WP-1-Sync.md", "  - src/sy");
    let mut around = (*place.workspace.surroundings).clone();
    around.note("src/sync", crate::workspace::surroundings::Presence::Directory);
    place.workspace.surroundings = std::sync::Arc::new(around);
    let card = said(&place);
    has(&card, &["src/sync/", "Exists: a directory", "Locked by: WP-1-Sync", "In scope of: WP-1-Sync"]);

    let mut place = asked("//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\nSee `docs/lo$0g.json`.\n");
    let mut around = (*place.workspace.surroundings).clone();
    around.note_size("docs/log.json", 2048);
    place.workspace.surroundings = std::sync::Arc::new(around);
    has(&said(&place), &["docs/log.json", "Exists: a file, 2048 bytes", "In scope of: no packet"]);
}

#[test]
fn words_of_the_protocol_are_explained() {
    has(
        &said(&demo_at(".GOV/roles_shared/TASK_BOARD.md", "- [READY")),
        &["READY_FOR_DEV", "waiting for a Coder"],
    );
    has(
        &said(&demo_at(".GOV/roles/orchestrator/ORCHESTRATOR_GATES.json", "\"SIGNA")),
        &["one-time signature", "Order: STUB, REFINEMENT, APPROVAL"],
    );
    has(&said(&demo_at(PACKET, "MERGE_BASE_SHA: 0011")), &["The commit where the work branch left main."]);
    let tag = asked(
        "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\nSee [CX-58$00E].\n//- .GOV/roles/orchestrator/ORCHESTRATOR_PROTOCOL.md\n\
         # Protocol\n## Lineage [CX-580E]\nEvery revision has an audit.\n",
    );
    has(
        &said(&tag),
        &["[CX-580E]", "ORCHESTRATOR_PROTOCOL, line 2: Lineage [CX-580E]", "Fields: BASE_WP_ID"],
    );
    let rule = asked("//- .GOV/task_packets/WP-1-A.md\n<!-- taskpacket-ignore scope-$0missing: why -->\nx\n");
    has(&said(&rule), &["scope-missing"]);
    let command = asked("//- .GOV/task_packets/WP-1-A.md\njust post-$0work WP-1-A\n");
    has(&said(&command), &["Checks the manifest"]);
}

#[test]
fn nothing_is_longer_than_the_bound() {
    let long = format!("{}\n", "A batch MUST be `one` [transaction](x). ".repeat(40_000));
    let place = asked(&format!(
        "//- .GOV/task_packets/WP-1-A.md\n- SPEC_ANCHOR: 2.1$0.1\n//- .GOV/roles_shared/SPEC_CURRENT.md\n\
         **Demo_Master_Spec_v02.001.md**\n//- Demo_Master_Spec_v02.001.md\n# 2. Store\n## 2.1 Writing\n### 2.1.1 Batches\n{long}",
    ));
    let found = hover(place.document(), &place.workspace, place.offset).expect("a card");
    for text in [found.card.markdown(), found.card.plain()] {
        assert!(text.len() <= crate::ide::card::LONGEST, "{}", text.len());
    }
}
