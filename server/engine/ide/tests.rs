//! Where places lead, asked in the demo and in small fixtures.

use super::definition::{declaration, definition};
use super::implementation::implementation;
use super::references::{references, spending};
use super::testing::{Asked, asked, demo_at};
use super::*;

const PACKET: &str = ".GOV/task_packets/WP-1-Store-v2.md";
const SYNC: &str = ".GOV/task_packets/WP-1-Sync.md";
const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";
const REGISTRY: &str = ".GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md";
const AUDIT: &str = ".GOV/roles_shared/SIGNATURE_AUDIT.md";
const GATES: &str = ".GOV/roles/orchestrator/ORCHESTRATOR_GATES.json";
const REFINEMENT: &str = ".GOV/refinements/WP-1-Store-v2.md";
const SPEC: &str = "Demo_Master_Spec_v02.001.md";

type Ask = fn(&crate::document::Document, &crate::workspace::Workspace, usize) -> Vec<Location>;

/// `path: words` of each place, in order.
fn places(ask: Ask, asked: &Asked) -> Vec<String> {
    told(&ask(asked.document(), &asked.workspace, asked.offset), asked)
}

fn told(found: &[Location], asked: &Asked) -> Vec<String> {
    let told = found.iter().map(|place| {
        let document = asked.workspace.document(&place.path);
        let words = document.map_or(String::new(), |document| place.range.of(&document.text).to_string());
        match place.line {
            Some(line) => format!("{}:{line}", place.path),
            None => format!("{}: {words}", place.path),
        }
    });
    told.collect()
}

/// A packet with a current and an older specification; the anchor with the cursor in it stands in AUTHORITY.
fn anchored_by(anchor: &str) -> Asked {
    asked(&format!(
        "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\n- SPEC_BASELINE: Demo_Master_Spec_v02.000.md\n- SPEC_ANCHOR: {anchor}\n\
         //- .GOV/roles_shared/SPEC_CURRENT.md\n**Demo_Master_Spec_v02.001.md**\n\
         //- Demo_Master_Spec_v02.000.md\n# 2. Store\n## 2.1 Writing\n### 2.1.1 Order\n### 2.1.2 Batches [FR-ST-001]\n### 2.1.3 Locks\n### 2.1.4 Time\n\
         //- Demo_Master_Spec_v02.001.md\n# 2. Store\n## 2.1 Writing\n### 2.1.1 Batches [FR-ST-001]\n### 2.1.2 Order\n### 2.1.3 Locks\n### 2.1.4 Time\n"
    ))
}

#[test]
fn an_anchor_leads_to_its_section_however_it_is_written() {
    let locks = "Demo_Master_Spec_v02.001.md: Locks";
    for anchor in [
        "2.1.$03",
        "2.1.$03 Locks",
        "\u{a7}2.1.$03",
        "\u{c2}\u{a7}2.1.$03",
        "Demo_Master_Spec_v02.001.md 2.1.$03",
        "`### Loc$0ks`",
        "2.1.2; 2.1.$03, 2.1.4",
        "Demo_Master_Spec_v02.001.md \u{a7}2.1.2 + \u{a7}2.1.$03",
    ] {
        assert_eq!(
            places(definition, &anchored_by(anchor)).first().map(String::as_str),
            Some(locks),
            "{anchor}"
        );
    }
    let line = anchored_by("Demo_Master_Spec_v02.001.md:$05");
    assert_eq!(places(definition, &line), ["Demo_Master_Spec_v02.001.md: ### 2.1.3 Locks"]);
}

#[test]
fn each_end_of_a_range_leads_to_its_own_section() {
    let spec =
        |titles: &[&str]| -> Vec<String> { titles.iter().map(|title| format!("{SPEC}: {title}")).collect() };
    assert_eq!(places(definition, &anchored_by("2.1.$02-2.1.4")), spec(&["Order"]));
    assert_eq!(places(definition, &anchored_by("2.1.2-2.1.$04")), spec(&["Time"]));
    assert_eq!(places(definition, &anchored_by("$0\u{a7}2.1.2-2.1.4")), spec(&["Order", "Locks", "Time"]));
}

#[test]
fn what_an_anchor_meant_before_is_told_where_it_is_another_section() {
    let moved = anchored_by("2.1.$02 Batches");
    assert_eq!(
        places(definition, &moved),
        [
            "Demo_Master_Spec_v02.001.md: Batches [FR-ST-001]",
            "Demo_Master_Spec_v02.000.md: Batches [FR-ST-001]"
        ]
    );
    let same = anchored_by("2.1.$03 Locks");
    assert_eq!(places(definition, &same), ["Demo_Master_Spec_v02.001.md: Locks"]);
}

#[test]
fn an_id_leads_to_packet_stub_and_refinement_and_a_base_to_its_active_packet() {
    let packet = format!("{PACKET}: Task Packet: WP-1-Store-v2");
    let old = ".GOV/task_packets/WP-1-Store.md: Task Packet: WP-1-Store";
    let refinement = format!("{REFINEMENT}: ");
    let on_board = places(definition, &demo_at(BOARD, "[WP-1-Store-v"));
    assert_eq!(on_board, [packet.clone(), refinement.clone()]);
    let row = places(definition, &demo_at(REGISTRY, "| WP-1-St"));
    assert_eq!(row, [packet.as_str(), old, &refinement]);
    let own = places(definition, &demo_at(BOARD, "## Superseded (Archive)\n- **[WP-1-Store"));
    assert_eq!(own.first().map(String::as_str), Some(old), "what names a revision means that one");
    assert_eq!(places(definition, &demo_at(PACKET, "BASE_WP_ID: WP-1")), [old, &refinement]);
    assert_eq!(places(definition, &demo_at(PACKET, "- BASE_WP")), [old, &refinement], "from the label too");
}

#[test]
fn what_rests_on_nothing_leads_to_itself_and_a_base_without_a_packet_to_its_stub() {
    let own = "//- .GOV/task_packets/WP-1-Alone.md\n# Task Packet: WP-1-Alone\n- TASK_ID: WP-1-Al$0one\n";
    assert_eq!(places(definition, &asked(own)), [".GOV/task_packets/WP-1-Alone.md: Task Packet: WP-1-Alone"]);
    let row = "//- .GOV/roles_shared/SIGNATURE_AUDIT.md\n| Signature | Used By |\n|---|---|\n| mara05$00320260915 | x |\n";
    assert_eq!(places(definition, &asked(row)), [format!("{AUDIT}: mara050320260915")]);

    let stub = "//- .GOV/task_packets/stubs/WP-1-New-v2.md\n# Stub\n";
    let base = "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\n- Depends on: WP-1-N$0ew\n";
    assert_eq!(
        places(definition, &asked(&[stub, base].concat())),
        [".GOV/task_packets/stubs/WP-1-New-v2.md: Stub"]
    );
}

#[test]
fn a_work_packet_is_found_in_an_anchor_and_in_the_name_of_a_worktree() {
    let other = "//- .GOV/task_packets/WP-1-B.md\n# Task Packet: WP-1-B\n";
    let spec = "//- Demo_Master_Spec_v02.001.md\n# 2. Store\n## 2.1 Writing\n";
    let leads = [".GOV/task_packets/WP-1-B.md: Task Packet: WP-1-B"];
    for line in ["- SPEC_ANCHOR: 2.1 Writing (WP-1-$0B)", "see `D:\\trees\\wt-WP-1-$0B\\src`"] {
        let own = format!("//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\n{line}\n");
        assert_eq!(places(definition, &asked(&[other, spec, &own].concat())), leads, "{line}");
    }
}

#[test]
fn declarations_are_the_lists_that_name_a_work_packet() {
    let found = places(declaration, &demo_at(PACKET, "# Task Packet: WP-1"));
    assert_eq!(
        found,
        [format!("{BOARD}: WP-1-Store-v2"), format!("{REGISTRY}: WP-1-Store"), format!("{GATES}: SIGNATURE")]
    );
}

#[test]
fn words_of_the_protocol_lead_to_records_definitions_and_lines() {
    let gate = asked(
        "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\nSTAGE: SIGN$0ATURE\n//- .GOV/roles/orchestrator/ORCHESTRATOR_GATES.json\n\
         {\"gate_logs\":[{\"wpId\":\"WP-1-B\",\"type\":\"SIGNATURE\"},{\"wpId\":\"WP-1-A\",\"type\":\"SIGNATURE\"}]}",
    );
    assert_eq!(places(definition, &gate), [format!("{GATES}: SIGNATURE")]);
    let rule = asked(
        "//- .GOV/task_packets/WP-1-A.md\n<!-- taskpacket-ignore scope-$0missing: why -->\n- What: x\n",
    );
    assert_eq!(places(definition, &rule), [".GOV/task_packets/WP-1-A.md: - What: x"]);
    let tag = demo_at(".GOV/roles/orchestrator/ORCHESTRATOR_PROTOCOL.md", "[CX-5");
    assert_eq!(
        places(definition, &tag),
        [".GOV/roles/orchestrator/ORCHESTRATOR_PROTOCOL.md: Lineage [CX-580E]"]
    );
}

#[test]
fn evidence_leads_to_its_line_and_a_signature_to_its_row() {
    let evidence =
        asked("//- .GOV/task_packets/WP-1-A.md\n## EVIDENCE_MAPPING\n- 2.1.1: `src/sto$0re.rs:10-12`\n");
    assert_eq!(places(definition, &evidence), ["src/store.rs:10"]);
    assert_eq!(
        places(
            implementation,
            &asked(
                "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-$0A\n## EVIDENCE_MAPPING\n- 2.1.1: `src/store.rs:10-12`\n- again `src/store.rs:10`\n"
            )
        ),
        ["src/store.rs:10"]
    );
    assert_eq!(
        places(definition, &demo_at(PACKET, "USER_SIGNATURE: mara")),
        [format!("{AUDIT}: mara050320260915")]
    );
    let row = places(definition, &demo_at(AUDIT, "| mara"));
    assert_eq!(row, [format!("{REFINEMENT}: mara050320260915"), format!("{PACKET}: mara050320260915")]);
}

#[test]
fn a_section_knows_who_anchors_there_and_who_promises_it() {
    for place in [demo_at(SPEC, "### 2.1.1 Ba"), demo_at(PACKET, "SPEC_ANCHOR: 2.1")] {
        assert_eq!(
            places(references, &place),
            [
                format!("{REFINEMENT}: 2.1.1 Batches"),
                format!("{PACKET}: 2.1.1 Batches"),
                format!("{PACKET}: FR-ST-001")
            ]
        );
        let promised = places(implementation, &place);
        assert_eq!(promised, [format!("{PACKET}: Batches are one transaction per section 2.1.1")]);
    }
    assert!(places(references, &demo_at(SPEC, "## 2.2 Re")).is_empty());
    assert_eq!(places(references, &demo_at(SPEC, "# 2. St")).len(), 3, "what stands below it counts");
}

#[test]
fn uses_of_a_signature_are_told_from_mentions() {
    let place = asked(
        "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\n- USER_SIGNATURE: mara0503$020260915\n- Notes: mara050320260915 was given\n\
         //- .GOV/task_packets/WP-1-B.md\nSee mara050320260915.\n//- .GOV/roles_shared/SIGNATURE_AUDIT.md\n\
         | Signature | Used By |\n|---|---|\n| mara050320260915 | x |\n",
    );
    let found = spending("mara050320260915", &place.workspace);
    let paths =
        |places: &[Location]| -> Vec<String> { places.iter().map(|place| place.path.to_string()).collect() };
    assert_eq!(paths(&found.uses), [AUDIT, ".GOV/task_packets/WP-1-A.md"]);
    assert_eq!(paths(&found.mentions), [".GOV/task_packets/WP-1-A.md", ".GOV/task_packets/WP-1-B.md"]);
    assert_eq!(places(references, &place).len(), 4);
}

#[test]
fn every_mention_of_a_work_packet_is_found_from_its_title() {
    let found = places(references, &demo_at(SYNC, "# Task Packet: WP-1-S"));
    assert_eq!(
        found,
        [format!("{BOARD}: WP-1-Sync"), format!("{PACKET}: WP-1-Sync"), format!("{SYNC}: WP-1-Sync")]
    );
}

#[test]
fn a_clause_leads_to_the_line_that_states_it_where_no_title_names_it() {
    let place = |anchor: &str| {
        asked(&format!(
            "//- .GOV/task_packets/WP-1-A.md\n- SPEC_ANCHOR: {anchor}\n//- .GOV/roles_shared/SPEC_CURRENT.md\n\
             **Demo_Master_Spec_v02.001.md**\n//- Demo_Master_Spec_v02.001.md\n# 2. Store\nSee FR-ST-002.\n## 2.1 Writing\n- **[FR-ST-002]** Locks are short.\n",
        ))
    };
    let stated = ["Demo_Master_Spec_v02.001.md: FR-ST-002"];
    for anchor in ["[FR-ST-$0002]", "9.9.$09 [FR-ST-002]", "Demo_Master_Spec_v01.000.md:77 FR-ST-$0002 locks"]
    {
        let place = place(anchor);
        assert_eq!(places(definition, &place), stated, "{anchor}");
        let found = definition(place.document(), &place.workspace, place.offset);
        assert!(found[0].range.start > 40, "the line that begins with it, not the first mention: {anchor}");
    }
}

#[test]
fn anchors_that_a_stub_thinks_of_lead_to_their_sections() {
    let place = asked(
        "//- .GOV/task_packets/stubs/WP-1-A.md\n# Work Packet Stub: WP-1-A\n- SPEC_ANCHOR_CANDIDATES:\n  - 2.$01 Writing\n\
         //- .GOV/roles_shared/SPEC_CURRENT.md\n**Demo_Master_Spec_v02.001.md**\n//- Demo_Master_Spec_v02.001.md\n# 2. Store\n## 2.1 Writing\n",
    );
    assert_eq!(places(definition, &place), ["Demo_Master_Spec_v02.001.md: Writing"]);
}
