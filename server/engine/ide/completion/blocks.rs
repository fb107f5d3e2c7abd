//! Blocks that the protocol asks for beside the fields: gate output, lifecycle marker, blocked and escalation messages,
//! filled for this packet.

use super::spot::Spot;
use super::{About, Found};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::ide::hover::work_packet::blocker;
use crate::ide::stage::standing;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// Behind every field: a block is rarely what a line begins with.
const GROUP: u32 = 9;

struct Block {
    name: &'static str,
    about: &'static str,
    text: String,
}

/// Adds the blocks whose names fit what was typed at the beginning of a line.
pub(super) fn add(found: &mut Found, spot: &Spot) {
    let is_own = matches!(spot.document.kind, Kind::Packet | Kind::Stub | Kind::Refinement);
    // One letter begins a sentence as often as not.
    if !is_own || found.typed.len() < 2 {
        return;
    }
    let begins = |name: &str| {
        name.get(..found.typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(found.typed))
    };
    let blocks = blocks(spot.document, spot.workspace).into_iter().filter(|block| begins(block.name));
    for block in blocks.collect::<Vec<_>>() {
        let ends = if spot.document.text.contains("\r\n") { "\r\n" } else { "\n" };
        let text = block.text.replace('\n', ends);
        found.add(GROUP, block.name, &text, true, block.about.to_string(), About::Nothing);
    }
}

fn blocks(document: &Document, workspace: &Workspace) -> Vec<Block> {
    let id = document.stem();
    let found = standing(id, workspace);
    let stage = found.as_ref().map_or("STUB", |found| found.stage.name());
    let next = found.as_ref().and_then(|found| found.next).map_or("STOP", |next| next.name());
    let todo = found.as_ref().map(|found| found.todo.replace(['`', '$', '}'], "")).unwrap_or_default();
    let gates = "Gate output [CX-GATE-UX-001]";
    let mut all = vec![
        Block {
            name: "LIFECYCLE",
            about: "Lifecycle marker [CX-LIFE-001]",
            text: format!("LIFECYCLE [CX-LIFE-001]\n- WP_ID: {id}\n- STAGE: {stage}\n- NEXT: {next}"),
        },
        Block {
            name: "GATE_OUTPUT",
            about: gates,
            text: "GATE_OUTPUT [CX-GATE-UX-001]\n${1:the output as it is}".into(),
        },
        Block {
            name: "GATE_STATUS",
            about: gates,
            text: format!(
                "GATE_STATUS [CX-GATE-UX-001]\n- PHASE: {stage}\n- GATE_RAN: ${{1:just pre-work {id}}}\n\
                 - RESULT: ${{2|PASS,FAIL,BLOCKED|}}\n- WHY: ${{3:one or two sentences}}\n\n\
                 NEXT_COMMANDS [CX-GATE-UX-001]\n- ${{4:{todo}}}"
            ),
        },
        Block {
            name: "HARD_GATE_OUTPUT",
            about: "Worktree and branch gate [CX-WT-001]",
            text: format!(
                "HARD_GATE_OUTPUT [CX-WT-001]\n${{1:pwd, git rev-parse --show-toplevel, git rev-parse --abbrev-ref HEAD, git status -sb, git worktree list}}\n\n\
                 HARD_GATE_REASON [CX-WT-001]\n- {id} has one worktree and one branch, those of its PREPARE record.\n\n\
                 HARD_GATE_NEXT_ACTIONS [CX-WT-001]\n- If they match: ${{2:{todo}}}\n- If they do not: STOP and ask for the right worktree."
            ),
        },
        Block {
            name: "BLOCKED: requirements unclear",
            about: "Part 4 [CX-584]",
            text: format!(
                "BLOCKED: Requirements unclear [CX-584]\n\nWP-ID: {id}\nUnclear: ${{1:what}}\nNeeded: ${{2:which decision, of whom}}"
            ),
        },
    ];
    all.extend(dependency(document, workspace));
    all.extend(conflict(document, workspace));
    all.extend(escalations(document, workspace));
    all
}

fn dependency(document: &Document, workspace: &Workspace) -> Option<Block> {
    let waits = &document.facts().depends_on;
    let first = waits.first()?;
    let blockers: Vec<String> = waits.iter().map(|wp| format!("- {}", blocker(wp, workspace))).collect();
    let text = format!(
        "BLOCKED: Depends on unresolved blocker [CX-635]\n\nWP-ID: {}\nBlockers:\n{}\n\nAction: wait until {first} is VALIDATED${{1}}",
        document.stem(),
        blockers.join("\n")
    );
    Some(Block { name: "BLOCKED: unresolved blocker", about: "Part 4 [CX-635]", text })
}

/// The paths that other packets hold now.
fn conflict(document: &Document, workspace: &Workspace) -> Option<Block> {
    let mut others: Vec<String> = Vec::new();
    let mut paths = Vec::new();
    for entry in document.lock_set() {
        let lock = entry.lock();
        let holders =
            workspace.index().scoped(&lock).filter(|id| *id != document.stem() && holds(id, workspace));
        let holders: Vec<String> = holders.map(str::to_string).collect();
        if !holders.is_empty() {
            paths.push(format!("- {}", entry.path));
            others.extend(holders);
        }
    }
    others.sort_unstable();
    others.dedup();
    if paths.is_empty() {
        return None;
    }
    let text = format!(
        "BLOCKED: File lock conflict [CX-CONC-001]\n\nCandidate WP: {}\nConflicts with in-progress WP: {}\n\nOverlapping paths:\n{}\n\n\
         Action required:\n1) ${{1:Re-scope {}, or}}\n2) Wait until {} is VALIDATED.",
        document.stem(),
        others.join(", "),
        paths.join("\n"),
        document.stem(),
        others.join(", "),
    );
    Some(Block { name: "BLOCKED: file lock conflict", about: "Part 4, step 1 [CX-CONC-001]", text })
}

/// Whether somebody works on a packet now, so that its files are locked.
pub(super) fn holds(id: &str, workspace: &Workspace) -> bool {
    workspace.packet(id).is_some_and(|packet| {
        workspace.is_in_progress(packet) && workspace.lifecycle(packet) == Lifecycle::Active
    })
}

fn escalations(document: &Document, workspace: &Workspace) -> Vec<Block> {
    let id = document.stem();
    let facts = document.facts();
    let state = workspace.index().on_board(id).find(|entry| workspace.limit(entry.state).is_some());
    let limit = state.and_then(|entry| workspace.limit(entry.state));
    let age = state.and_then(|entry| workspace.age(document, entry.state));
    let state = state.map_or("${1|BLOCKED,READY FOR DEV,IN PROGRESS|}".to_string(), |entry| {
        entry.state.name().to_uppercase()
    });
    let (days, since) = match age {
        Some((age, _)) => (age.days.to_string(), age.since.to_string()),
        None => ("${2:days}".to_string(), "${3:date}".to_string()),
    };
    let limit = limit.map_or("${4:limit}".to_string(), |limit| limit.to_string());
    let what = plain(facts.what.as_deref().unwrap_or("")).chars().take(120).collect::<String>();
    let waits =
        facts.depends_on.first().map_or("${5:what blocks it}".to_string(), |wp| blocker(wp, workspace));
    let block = |name, text| Block { name, about: "Part 7.3 [CX-635B]", text };
    vec![
        block(
            "SLA ESCALATION",
            format!(
                "SLA ESCALATION: {id} [CX-635]\n\n**Work Packet:** {id} ({what})\n**Status:** {state}\n**Duration:** {days} days (SLA limit: {limit} days)\n\
                 **Since:** {since}\n\n**Current State:**\n${{6:why this is escalated}}\n\n**Blocker/Issue:**\n{waits}\n\n\
                 **Action Needed:**\n${{7:what must happen}}\n\n**Response Required By:** ${{8:date}}\n**Escalation Channel:** ${{9|user,team lead,project manager|}}"
            ),
        ),
        block(
            "ESCALATION: blocked beyond SLA",
            format!(
                "ESCALATION: {id} blocked beyond SLA [CX-635-B1]\n\nWP-ID: {id}\nStatus: BLOCKED ({days} days)\nBlocker: {waits}\n\n\
                 Action required:\n1. ${{6:the new ETA of the blocker}}\n2. ${{7:how the work could be split}}\n\nAwaiting response by: ${{8:date}}"
            ),
        ),
        block(
            "RISK FLAG: idle beyond SLA",
            format!(
                "RISK FLAG: {id} idle beyond SLA [CX-635-B2]\n\nWP-ID: {id}\nStatus: READY FOR DEV ({days} days, no progress)\nSince: {since}\n\n\
                 Action: ${{6:who takes it, and when}}"
            ),
        ),
        block(
            "ESTIMATE REVIEW",
            format!(
                "ESTIMATE REVIEW: {id} progress check [CX-635-B3]\n\nWP-ID: {id}\nStatus: IN PROGRESS ({days} days)\nDone: ${{6:what is done}}\n\
                 Remaining: ${{7:what remains}}\n\nAction: ${{8:a new estimate, or how the work is split}}"
            ),
        ),
    ]
}

/// Words that mean nothing in a snippet.
fn plain(words: &str) -> String {
    words.replace(['$', '}', '\\'], "")
}

#[cfg(test)]
mod tests {
    use crate::ide::completion::completions;
    use crate::ide::testing::asked;

    const SYNC: &str = "\n//- .GOV/task_packets/WP-1-Sync.md\n# Task Packet: WP-1-Sync\n- **Status:** In Progress\n- IN_SCOPE_PATHS:\n  - src/sync/\n\
                        //- .GOV/roles_shared/TASK_BOARD.md\n## Ready for Dev\n- **[WP-1-A]** - [READY_FOR_DEV]\n";
    const OWN: &str = "//- .GOV/task_packets/WP-1-A.md\n# Task Packet: WP-1-A\n- DATE: 2026-03-02\n- What: Costs $5}\n- IN_SCOPE_PATHS:\n  - src/sync/a.rs\n- Depends on: WP-1-Sync\n";

    fn text(typed: &str, name: &str) -> String {
        let place = asked(&format!("{OWN}## STATUS_HANDOFF\n{typed}$0\n{SYNC}"));
        let found = completions(place.document(), &place.workspace, place.offset).list;
        let known: Vec<&str> = found.iter().map(|found| found.label.as_str()).collect();
        let one = found.iter().find(|found| found.label == name);
        one.unwrap_or_else(|| panic!("{name} is not among {known:?}")).text.clone()
    }

    #[test]
    fn blocks_are_filled_for_the_packet() {
        let life = text("LIFE", "LIFECYCLE");
        assert_eq!(
            life,
            "LIFECYCLE [CX-LIFE-001]\n- WP_ID: WP-1-A\n- STAGE: PACKET_CREATE\n- NEXT: PRE_WORK"
        );
        let gate = text("GATE", "GATE_STATUS");
        assert!(gate.contains("- PHASE: PACKET_CREATE\n- GATE_RAN: ${1:just pre-work WP-1-A}"), "{gate}");
        assert!(text("HARD", "HARD_GATE_OUTPUT").contains("HARD_GATE_NEXT_ACTIONS [CX-WT-001]"));
        let lock = text("BLOCKED", "BLOCKED: file lock conflict");
        assert!(lock.contains("in-progress WP: WP-1-Sync\n") && lock.contains("- src/sync/a.rs\n"), "{lock}");
        let blocker = text("BLOCKED", "BLOCKED: unresolved blocker");
        assert!(blocker.contains("- WP-1-Sync (In Progress)"), "{blocker}");
        let late = text("SLA", "SLA ESCALATION");
        assert!(
            late.contains("(Costs 5)\n**Status:** READY FOR DEV\n**Duration:** 6 days (SLA limit: 10 days)"),
            "{late}"
        );
    }

    #[test]
    fn blocks_are_no_entries_and_wait_for_a_letter() {
        for text in ["- LIFE$0\n", "$0\n", "  LIFE$0\n"] {
            let place = asked(&format!("{OWN}## STATUS_HANDOFF\n{text}"));
            let found = completions(place.document(), &place.workspace, place.offset).list;
            assert!(found.iter().all(|found| found.label != "LIFECYCLE"), "{text}");
        }
    }
}
