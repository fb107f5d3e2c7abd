//! The files of which there is one: where each work stands, and who signed what.

use std::fmt::Write as _;

use super::SPEC;
use super::spec::Spec;
use super::work::{Work, sha1};

/// Which works a section of the board holds.
type Holds = fn(&Work) -> bool;

pub fn board(works: &[Work]) -> String {
    let mut text = String::from("# Task Board\n\nWhere every packet stands.\n");
    let sections: [(&str, &str, Holds); 6] = [
        ("Ready for Dev", "READY_FOR_DEV", |_| false),
        ("Stub Backlog (Not Activated)", "STUB", Work::is_stub),
        ("In Progress", "IN_PROGRESS", Work::is_active),
        ("Done", "VALIDATED", |work| !work.is_stub() && !work.is_active()),
        ("Blocked", "BLOCKED", |_| false),
        ("Superseded (Archive)", "SUPERSEDED", |_| false),
    ];
    for (title, token, holds) in sections {
        let _ = write!(text, "\n## {title}\n\n");
        for work in works.iter().filter(|work| holds(work)) {
            let _ = writeln!(text, "- **[{}]** - [{token}]", work.id);
        }
    }
    text
}

pub fn registry(works: &[Work]) -> String {
    let mut text = String::from(
        "# Work Packet Traceability Registry\n\n## Registry (Phase 1)\n\n\
         | Base WP ID | Active Packet | Task Board | Notes |\n|---|---|---|---|\n",
    );
    for Work { id, .. } in works.iter().filter(|work| work.is_stub()) {
        let _ = writeln!(
            text,
            "| {id} | .GOV/task_packets/stubs/{id}.md | Stub Backlog (Not Activated): {id} | stub |"
        );
    }
    for work in works.iter().filter(|work| !work.is_stub()) {
        let (id, section) = (&work.id, if work.is_active() { "In Progress" } else { "Done" });
        let _ = writeln!(text, "| {id} | .GOV/task_packets/{id}.md | {section}: {id} | active={id} |");
    }
    text
}

pub fn audit(works: &[Work]) -> String {
    let mut text = String::from(
        "# SIGNATURE_AUDIT\n\n## Consumed Signatures\n\n\
         | Signature | Used By | Date/Time | Purpose | Master Spec Version | Notes |\n|---|---|---|---|---|---|\n",
    );
    for work in works.iter().rev().filter(|work| !work.is_stub()) {
        let (id, date) = (&work.id, work.date());
        let _ = writeln!(
            text,
            "| {} | Orchestrator | {date} 09:15 | Task packet creation: {id} | v01.000 | Approved. |",
            work.signature
        );
    }
    text
}

pub fn gates(works: &[Work], spec: &Spec) -> String {
    let sha1 = sha1(spec);
    let records = works.iter().filter(|work| work.is_active()).flat_map(|work| {
        let refinement = format!(".GOV/refinements/{}.md", work.id);
        let at = |time: &str| format!("{}T{time}.000Z", work.date());
        [
            serde_json::json!({ "wpId": work.id, "type": "REFINEMENT", "refinement_path": refinement,
                "spec_target_resolved": format!(".GOV/roles_shared/SPEC_CURRENT.md -> {SPEC}"),
                "spec_target_sha1": sha1, "timestamp": at("08:52:37") }),
            serde_json::json!({ "wpId": work.id, "type": "SIGNATURE", "signature": work.signature,
                "refinement_path": refinement, "timestamp": at("09:16:09") }),
            serde_json::json!({ "wpId": work.id, "type": "PREPARE", "coder_id": "Coder-A",
                "branch": format!("feat/{}", work.id), "worktree_dir": format!("../wt-{}", work.id),
                "timestamp": at("09:20:55") }),
        ]
    });
    let log = serde_json::json!({ "gate_logs": records.collect::<Vec<_>>() });
    serde_json::to_string_pretty(&log).expect("a value can be written")
}

pub fn spec_pointer() -> String {
    format!("# SPEC_CURRENT\n\nThe specification that counts today:\n\n**{SPEC}**\n")
}
