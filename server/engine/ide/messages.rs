//! Texts that an orchestrator sends: the handoff, requests for a signature, and words about work that does not move, in
//! the protocol's forms, with what the workspace knows of the work packet.

use super::moves::status::ETA;
use super::source_change::Refusal;
use crate::diagnostics::{Scope, diagnostics};
use crate::document::Document;
use crate::document::board::State;
use crate::document::contract::label::Label;
use crate::document::contract::words::pre_work;
use crate::document::kind::Kind;
use crate::rules::messages::handoff_incomplete::verified;
use crate::rules::report::Severity;
use crate::text::range::Range;
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// The message that hands a packet to its coder (Part 4, step 5); none while something forbids it.
pub fn handoff(id: &str, workspace: &Workspace) -> Result<String, Refusal> {
    let packet = packet(id, workspace)?;
    if !packet.is_locked() {
        return Err(Refusal::new(format!("{id} is not signed"), "it is handed off once the user has signed"));
    }
    if workspace.lifecycle(packet) == Lifecycle::Historical {
        return Err(Refusal::new(format!("{id} is closed"), "hand off the active packet of its base"));
    }
    let errors = diagnostics(packet, workspace, Scope::Active)
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .count();
    if errors > 0 {
        return Err(Refusal::new(
            format!("{} has {errors} errors", packet.path),
            format!("repair them first: `taskpacket check {}`", packet.path),
        ));
    }
    let layout = &workspace.config.layout;
    let said = |label: Label| packet.filled(label).map_or("<fill>", |value| value.text);
    let file = |name: &str| {
        let named = workspace.documents().find(|document| {
            document.kind == Kind::Governance && document.path.rsplit('/').next() == Some(name)
        });
        named.map(|document| document.path.to_string())
    };
    let mut law: Vec<String> = file("START_HERE.md").into_iter().collect();
    law.push(layout.spec_pointer.clone());
    law.extend(file("ARCHITECTURE.md"));
    law.extend(workspace.index().named_codex.clone());
    let mut first = vec![
        "Read the task packet above".to_string(),
        format!("Run: {}", pre_work(id)),
        "Output BOOTSTRAP block per [CX-622]".to_string(),
        "Verify packet scope matches user request".to_string(),
    ];
    if let Some(protocol) = file("CODER_PROTOCOL.md") {
        first.insert(0, format!("Read {protocol}"));
    }
    let steps: Vec<String> =
        first.iter().enumerate().map(|(at, step)| format!("{}. {step}", at + 1)).collect();
    let law: Vec<String> = law.iter().map(|path| format!("- {path}")).collect();
    Ok(format!(
        "Task Packet: {}\nWP_ID: {id}\nRISK_TIER: {}\n\n\u{1f4cb} Task: {}\n\nYou are a Coder agent. Before writing code:\n{}\n\nAuthority docs:\n{}\n\n\u{2705} {}\n\nBegin implementation when ready.\n",
        packet.path,
        packet.tier().map_or("<fill>", |tier| tier.name()),
        said(Label::What),
        steps.join("\n"),
        law.join("\n"),
        verified(id),
    ))
}

/// Puts a refinement before the user, word for word (Part 2.5.2): approval comes before any signature.
pub fn approval(id: &str, workspace: &Workspace) -> Result<String, Refusal> {
    let Some(refinement) = workspace.refinement(id) else {
        return Err(Refusal::new(
            format!("{id} has no refinement"),
            format!("`taskpacket new refinement {id}` makes one"),
        ));
    };
    if refinement.facts().approved {
        return Err(Refusal::new(format!("{} is approved", refinement.path), "nothing is left to ask"));
    }
    let signed = refinement.signature().filter(|_| refinement.is_locked());
    let spent = signed.map_or(String::new(), |(_, value)| {
        format!(
            "The signature {} was given before the approval; once you approve, a NEW one is needed.\n\n",
            value.text
        )
    });
    Ok(format!(
        "Technical refinement of {id}, for your review ({})\n\n{}\n\n---\n\n{spent}Please answer with `APPROVE REFINEMENT {id}`, or with the edits that you want.\n",
        refinement.path,
        refinement.text.trim_start_matches('\u{feff}').trim_end(),
    ))
}

/// Asks the user for another signature in place of one that is spent (Part 3 [CX-611-A]).
pub fn new_signature(signature: &str, workspace: &Workspace) -> Result<String, Refusal> {
    let uses = workspace.index().uses(signature);
    let recorded = workspace.index().audit_rows(signature).next().is_some();
    let first = match uses.first() {
        Some(used) => place(&used.path, signature, workspace),
        None if recorded => place(&workspace.config.layout.signature_audit, signature, workspace),
        None => {
            return Err(Refusal::new(format!("{signature} is not used anywhere"), "it can be used once"));
        }
    };
    Ok(format!(
        "\u{274c} Signature already consumed [CX-611-A]\n\nSignature: {signature}\nFirst use: {first}\n\nPlease provide a NEW signature with a different timestamp.\nFormat: {{username}}{{DDMMYYYYHHMM}}\n"
    ))
}

/// Asks for what the packet leaves open (Part 4, step 1 [CX-584]).
pub fn unclear(id: &str, workspace: &Workspace) -> Result<String, Refusal> {
    let document = workspace.packet(id).or_else(|| workspace.stub(id)).or_else(|| workspace.refinement(id));
    let document = document.ok_or_else(|| unknown(id))?;
    let mut open: Vec<String> = document
        .unfilled()
        .map(|(field, _)| format!("{}: {}", field.spec().name.trim_matches('*'), field.spec().complete))
        .collect();
    open.dedup();
    if open.is_empty() {
        open.push("<fill: what is ambiguous>".to_string());
    }
    let open: Vec<String> = open.iter().enumerate().map(|(at, open)| format!("{}. {open}", at + 1)).collect();
    Ok(format!(
        "\u{274c} BLOCKED: Requirements unclear [CX-584]\n\nWP_ID: {id}\n\nI need clarification on:\n{}\n\nPlease provide clarification before I can create a task packet.\n",
        open.join("\n"),
    ))
}

/// Tells what a packet waits for (Part 4, step 1 [CX-635]).
pub fn waiting(id: &str, workspace: &Workspace) -> Result<String, Refusal> {
    let blockers = blockers(id, workspace)?;
    if blockers.is_empty() {
        return Err(Refusal::new(format!("{id} waits for nothing"), "all that it depends on is validated"));
    }
    let blockers: Vec<String> = blockers.iter().map(|blocker| format!("- {blocker}")).collect();
    Ok(format!(
        "\u{26a0} BLOCKED: Depends on unresolved blocker [CX-635]\n\n{id} depends on:\n{}\n\nBlocker ETA: <fill: when it will be validated>\n\nAction: I'm marking {id} as BLOCKED in TASK_BOARD.\nWhen the blocker is VALIDATED, I'll move it to READY FOR DEV.\n",
        blockers.join("\n"),
    ))
}

/// Tells which packet in progress holds the same paths (Part 4, step 1 [CX-CONC-001]).
pub fn lock_conflict(id: &str, workspace: &Workspace) -> Result<String, Refusal> {
    let packet = packet(id, workspace)?;
    let mut held: Vec<(String, String)> = Vec::new();
    for entry in packet.lock_set() {
        for other in workspace.index().scoped(&entry.lock()) {
            let works = workspace.packet(other).is_some_and(|other| {
                workspace.is_in_progress(other) && workspace.lifecycle(other) == Lifecycle::Active
            });
            if other != id && works {
                held.push((other.to_string(), entry.path.clone()));
            }
        }
    }
    let Some((other, _)) = held.first().cloned() else {
        return Err(Refusal::new(format!("no packet in progress holds a path of {id}"), "it can be started"));
    };
    held.retain(|(holder, _)| *holder == other);
    let paths: Vec<String> = held.iter().map(|(_, path)| format!("- {path}")).collect();
    Ok(format!(
        "\u{274c} BLOCKED: File lock conflict [CX-CONC-001]\n\nCandidate WP: {id}\nConflicts with in-progress WP: {other} (see task packet CODER_MODEL / CODER_REASONING_STRENGTH)\n\nOverlapping paths:\n{}\n\nAction required:\n1) Re-scope candidate WP to avoid overlap, OR\n2) Sequence work: wait until {other} is VALIDATED and leaves In Progress.\n",
        paths.join("\n"),
    ))
}

/// Tells the user of work that lasts too long in one state (Part 7.3 [CX-635]).
pub fn escalation(id: &str, workspace: &Workspace) -> Result<String, Refusal> {
    let packet = packet(id, workspace)?;
    let state = workspace.index().on_board(id).next().map(|entry| entry.state);
    let state = state.filter(|state| matches!(state, State::Blocked | State::Ready | State::InProgress));
    let state = state.ok_or_else(|| {
        Refusal::new(
            format!("{id} is not blocked, ready or in progress on the board"),
            "nothing waits for an answer",
        )
    })?;
    let limit = workspace.limit(state).unwrap_or(0);
    let age = workspace.age(packet, state).map(|(age, _)| age);
    let days = age.map_or("<fill>".to_string(), |age| age.days.to_string());
    let since = age.map_or("<fill: date>".to_string(), |age| age.since.to_string());
    let created = packet.filled(Label::Date).map_or("<fill: date>", |value| value.text);
    let waits = blockers(id, workspace)?;
    let (situation, issue, needed) = match state {
        State::Blocked => (
            "This WP cannot proceed until its blocker resolves.",
            if waits.is_empty() { "<fill: what prevents progress>".to_string() } else { waits.join("; ") },
            "An updated ETA of the blocker, another split of the work, or other work meanwhile.",
        ),
        State::Ready => (
            "The packet was created and verified, and no Coder has started.",
            "<fill: no Coder, a blocker that was missed, or other priorities>".to_string(),
            "Confirm the priority and the assignment of a Coder.",
        ),
        _ => (
            "The work is under way and no completion is in sight.",
            "<fill: estimate, scope or blockers>".to_string(),
            "Reassess the estimate, or break the work into phases.",
        ),
    };
    Ok(format!(
        "\u{26a0} SLA ESCALATION: {id} [CX-635]\n\n**Work Packet:** {id} ({})\n**Status:** {}\n**Duration:** {days} work days (SLA limit: {limit} work days)\n**Created:** {created}, Last update: {since}\n\n**Current State:**\n{situation}\n\n**Blocker/Issue:**\n{issue}\n\n**Action Needed:**\n{needed}\n\n**Response Required By:** <fill: date and time>\n**Escalation Channel:** user\n",
        packet.filled(Label::What).map_or("<fill>", |value| value.text),
        state.name().to_uppercase(),
    ))
}

/// Why a packet is blocked, where it waits for others; until when is left to say.
pub(super) fn reason(id: &str, workspace: &Workspace) -> Option<String> {
    let waits = blockers(id, workspace).ok().filter(|waits| !waits.is_empty())?;
    Some(format!("{} {ETA}", waits.join(", ")))
}

/// What a packet waits for, with the state of each.
fn blockers(id: &str, workspace: &Workspace) -> Result<Vec<String>, Refusal> {
    let document = workspace.packet(id).or_else(|| workspace.stub(id)).ok_or_else(|| unknown(id))?;
    let index = workspace.index();
    let waits = document.facts().depends_on.iter().map(|wp| workspace.meant(wp));
    let open = waits.filter(|wp| !index.is_validated(wp));
    Ok(open
        .map(|wp| {
            let state = index.on_board(wp).next().map_or("not on the board", |entry| entry.state.name());
            format!("{wp} (Status: {state}, not VALIDATED)")
        })
        .collect())
}

fn packet<'a>(id: &str, workspace: &'a Workspace) -> Result<&'a std::sync::Arc<Document>, Refusal> {
    workspace.packet(id).ok_or_else(|| match workspace.stub(id) {
        Some(_) => Refusal::new(
            format!("{id} is a stub"),
            format!("activate it first: `taskpacket new packet {id}`"),
        ),
        None => unknown(id),
    })
}

fn unknown(id: &str) -> Refusal {
    Refusal::new(format!("there is no packet {id}"), "look for its id on the board")
}

/// A file, and the line from 1 on in which some words stand first.
fn place(path: &str, words: &str, workspace: &Workspace) -> String {
    let document = workspace.document(path);
    let found = document.and_then(|document| {
        let at = document.text.find(words)?;
        Some(Range::new(0, at).of(&document.text).matches('\n').count() + 1)
    });
    found.map_or(path.to_string(), |line| format!("{path}:{line}"))
}

#[cfg(test)]
mod tests {
    use super::super::source_change::testing::{change, demo};
    use super::*;

    const SYNC: &str = "WP-1-Note-Sync-v2";

    #[test]
    fn a_handoff_names_the_packet_its_law_and_what_comes_first() {
        let mut workspace = demo();
        let text = handoff(SYNC, &workspace).expect("it is ready");
        for words in [
            "RISK_TIER: HIGH\n\n\u{1f4cb} Task: Merge revisions that share a parent",
            "1. Read the task packet above\n2. Run: just pre-work WP-1-Note-Sync-v2\n3. Output BOOTSTRAP block per [CX-622]\n",
            "- .GOV/roles_shared/START_HERE.md\n- .GOV/roles_shared/SPEC_CURRENT.md\n- .GOV/roles_shared/ARCHITECTURE.md\n- Fieldbook Codex v1.2.md\n",
        ] {
            assert!(text.contains(words), "{words}\n{text}");
        }
        assert!(handoff("WP-1-Offline-Cache", &workspace).expect_err("a stub").why.contains("is a stub"));
        assert!(handoff("WP-1-Note-Sync", &workspace).expect_err("superseded").why.contains("is closed"));
        change(
            &mut workspace,
            ".GOV/task_packets/WP-1-Note-Sync-v2.md",
            "- RISK_TIER: HIGH",
            "- RISK_TIER: HUGE",
        );
        let refused = handoff(SYNC, &workspace).expect_err("it has errors");
        assert!(
            refused.next.contains("taskpacket check .GOV/task_packets/WP-1-Note-Sync-v2.md"),
            "{refused}"
        );
    }

    #[test]
    fn a_refinement_is_put_before_the_user_word_for_word_until_it_is_approved() {
        let mut workspace = demo();
        let refused = approval("WP-1-Tag-Search", &workspace).expect_err("it is approved");
        assert!(refused.why.contains("is approved"), "{refused}");
        let path = ".GOV/refinements/WP-1-Tag-Search.md";
        let said = "- USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Tag-Search\n";
        change(&mut workspace, path, said, "");
        let text = approval("WP-1-Tag-Search", &workspace).expect("it waits for an approval");
        let refinement = workspace.refinement("WP-1-Tag-Search").expect("it is there");
        assert!(text.contains(refinement.text.trim_end()), "{text}");
        assert!(
            text.contains("a NEW one is needed") && text.contains("mara040320261415 was given"),
            "{text}"
        );
        assert!(text.ends_with(
            "Please answer with `APPROVE REFINEMENT WP-1-Tag-Search`, or with the edits that you want.\n"
        ));
        assert!(approval("WP-1-Nowhere", &workspace).is_err());
    }

    #[test]
    fn a_new_signature_is_asked_for_with_the_first_use() {
        let workspace = demo();
        let text = new_signature("mara040320261415", &workspace).expect("it is spent");
        assert!(text.contains("First use: .GOV/refinements/WP-1-Tag-Search.md:1"), "{text}");
        assert!(new_signature("mara010120260000", &workspace).is_err());
    }

    #[test]
    fn what_a_stub_waits_for_is_told_with_its_state() {
        let workspace = demo();
        let text = waiting("WP-1-Offline-Cache", &workspace).expect("it waits");
        assert!(text.contains("- WP-1-Note-Sync-v2 (Status: Ready for Dev, not VALIDATED)\n"), "{text}");
        assert!(waiting(SYNC, &workspace).is_err(), "what it waited for is validated");
    }

    #[test]
    fn paths_that_somebody_holds_are_told() {
        let mut workspace = demo();
        assert!(lock_conflict(SYNC, &workspace).is_err());
        let path = ".GOV/task_packets/WP-1-Note-Sync-v2.md";
        change(&mut workspace, path, "  - src/server/sync/order.rs\n", "  - src/server/search/mod.rs\n");
        let text = lock_conflict(SYNC, &workspace).expect("it is held");
        assert!(
            text.contains("in-progress WP: WP-1-Tag-Search") && text.contains("- src/server/search/mod.rs\n"),
            "{text}"
        );
    }

    #[test]
    fn an_escalation_counts_work_days() {
        let text = escalation("WP-1-Tag-Search", &demo()).expect("it is in progress");
        assert!(text.contains("**Status:** IN PROGRESS\n**Duration:** 2 work days"), "{text}");
        assert!(escalation("WP-1-Revision-Store", &demo()).is_err(), "it is done");
    }

    #[test]
    fn what_is_left_open_is_asked_for() {
        let text = unclear("WP-1-Export-Bundle", &demo()).expect("it is there");
        assert!(text.contains("[CX-584]") && text.contains("\n1. "), "{text}");
        assert!(unclear("WP-1-Nowhere", &demo()).is_err());
    }
}
