//! What a repair of other files promises, held against the bad examples of the rules: the finding goes, and no rule says
//! more of the file than before.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{first, repair};
use crate::diagnostics::{Diagnostic, Scope, diagnostics};
use crate::document::{Document, lock};
use crate::ide::offers::offers;
use crate::ide::source_change::SourceChange;
use crate::rules::report::Severity;
use crate::rules::testing::open;
use crate::rules::{Entry, all, find, page};
use crate::workspace::Workspace;
use crate::workspace::lifecycle::Lifecycle;

/// Rules whose findings are answered outside their file, each with an example where that of its page does not do; `+` adds
/// files to that of the page.
const REPAIRED: &[(&str, &str)] = &[
    (
        "board-unknown-wp",
        "//- .GOV/roles_shared/TASK_BOARD.md\n## Ready for Dev\n- **[WP-1-Example]** - [READY_FOR_DEV]\n## Stub Backlog (Not Activated)\n",
    ),
    ("board-stub-file-missing", ""),
    ("board-packet-unlisted", ""),
    ("stub-unlisted", ""),
    ("board-missing", ""),
    ("registry-missing", ""),
    ("stub-location", ""),
    ("id-date-stamp", ""),
    ("id-revision-suffix", ""),
    ("id-filename-mismatch", ""),
    (
        "signature-audit-empty",
        "//- .GOV/roles_shared/TASK_BOARD.md\n# Task Board\n//- .GOV/task_packets/WP-1-Example.md\n\
            - USER_SIGNATURE: mara050320260915\n",
    ),
    (
        "spec-current-missing",
        "//- .GOV/roles_shared/TASK_BOARD.md\n# Task Board\n//- Demo_Master_Spec_v02.009.md\n# 2. Store\n### 2.1.1 Batches\n\
            //- Demo_Master_Spec_v02.010.md\n# 2. Store\n### 2.1.1 Batches\n",
    ),
    (
        "done-means-foreign-anchor",
        "//- .GOV/task_packets/WP-1-Example.md\n- SPEC_ANCHOR: 2.1.1 Batches\n- DONE_MEANS:\n  - Files are synced per 2.1.2\n\
            //- .GOV/refinements/WP-1-Example.md\n## TECHNICAL_REFINEMENT (MASTER SPEC)\n### SPEC_ANCHORS\n#### ANCHOR 1\n\
            - SPEC_ANCHOR: 2.1.1 Batches\n- CONTEXT_START_LINE: 3\n- CONTEXT_END_LINE: 4\n- CONTEXT_TOKEN: one transaction\n\
            //- .GOV/roles_shared/SPEC_CURRENT.md\n**Demo_Master_Spec_v02.001.md**\n\
            //- Demo_Master_Spec_v02.001.md\n# 2. Store\n## 2.1 Writing\n### 2.1.1 Batches\nA batch is one transaction.\n\
            ### 2.1.2 Syncing\nFiles are synced.\n# 7. Plan\n",
    ),
    ("refinement-missing", ""),
    (
        "dependency-blocker-not-validated",
        "//- .GOV/task_packets/WP-1-Example.md\n- **Status:** Ready for Dev\n## Dependencies\n- Depends on: WP-1-Storage\n- Blocks: NONE\n\
            //- .GOV/task_packets/WP-1-Storage.md\n- **Status:** In Progress\n\
            //- .GOV/roles_shared/TASK_BOARD.md\n## Ready for Dev\n- **[WP-1-Example]** - [READY_FOR_DEV]\n## Blocked\n",
    ),
    ("dependency-not-on-board", ""),
    (
        "dependency-board-mismatch",
        "//- .GOV/roles_shared/TASK_BOARD.md\n## Blocked\n- **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA soon)\n\
            - **[WP-1-Storage]** - BLOCKED: no disk (ETA soon)\n\
            //- .GOV/task_packets/WP-1-Example.md\n- **Status:** Blocked\n## Dependencies\n- Depends on: NONE\n\
            //- .GOV/task_packets/WP-1-Storage.md\n- **Status:** Blocked\n## Dependencies\n- Depends on: NONE\n",
    ),
    (
        "dependency-board-mismatch",
        "//- .GOV/roles_shared/TASK_BOARD.md\n## Blocked\n- **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA soon)\n\
            - **[WP-1-Storage]** - BLOCKED: no disk (ETA soon)\n\
            //- .GOV/task_packets/WP-1-Example.md\n- **Status:** Blocked\n- USER_SIGNATURE: mara050320260915\n\
            ## Dependencies\n- Depends on: NONE\n## NOTES\n- none\n\
            //- .GOV/task_packets/WP-1-Storage.md\n- **Status:** Blocked\n## Dependencies\n- Depends on: NONE\n",
    ),
    ("dependency-asymmetric", ""),
    ("lineage-map-missing", ""),
    ("board-ready-is-stub", APPROVED),
    ("stub-signed", APPROVED),
    ("locked-packet-edited", APPROVED_AGAIN),
    ("errata-critical", APPROVED_AGAIN),
    ("evidence-mapping-missing", APPROVED_AGAIN),
    ("evidence-section-missing", APPROVED_AGAIN),
    ("evidence-mapping-incomplete", APPROVED_AGAIN),
    ("evidence-test-plan-not-run", APPROVED_AGAIN),
    ("lineage-prior-packet-unlisted", ""),
    (
        "lineage-prior-status-missing",
        "//- .GOV/task_packets/WP-1-Example-v2.md\n## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]\n- Prior packets:\n\
            \u{20} - .GOV/task_packets/WP-1-Example.md\n\
            //- .GOV/task_packets/WP-1-Example.md\n- **Status:** Superseded\n",
    ),
];

/// An approved refinement, which a packet is made from.
const APPROVED: &str = "+//- .GOV/refinements/WP-1-Example.md\n## TECHNICAL_REFINEMENT (MASTER SPEC)\n- WP_ID: WP-1-Example\n\
    - USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Example\n- USER_SIGNATURE: mara070320260915\n\
    ### SPEC_ANCHORS\n#### ANCHOR 1\n- SPEC_ANCHOR: 2.1.1\n\
    //- .GOV/roles_shared/SIGNATURE_AUDIT.md\n## Consumed Signatures\n| Signature | Used By | Date | Purpose | Spec | Notes |\n\
    |---|---|---|---|---|---|\n";
const APPROVED_AGAIN: &str = "+//- .GOV/refinements/WP-1-Example-v2.md\n## TECHNICAL_REFINEMENT (MASTER SPEC)\n- WP_ID: WP-1-Example-v2\n\
    - USER_APPROVAL_EVIDENCE: APPROVE REFINEMENT WP-1-Example-v2\n- USER_SIGNATURE: mara070320260915\n\
    ### SPEC_ANCHORS\n#### ANCHOR 1\n- SPEC_ANCHOR: 2.1.1\n\
    //- .GOV/roles_shared/TASK_BOARD.md\n## Ready for Dev\n- **[WP-1-Example]** - [READY_FOR_DEV]\n## Superseded (Archive)\n\
    //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md\n| Base WP ID | Active Packet | Task Board | Notes |\n|---|---|---|---|\n\
    | WP-1-Example | .GOV/task_packets/WP-1-Example.md | Ready for Dev: WP-1-Example | - |\n\
    //- .GOV/roles_shared/SIGNATURE_AUDIT.md\n## Consumed Signatures\n| Signature | Used By | Date | Purpose | Spec | Notes |\n\
    |---|---|---|---|---|---|\n";

/// What nobody but a person can say, and what is said of it.
const OWED: &[(&str, &str)] = &[
    ("lineage-map-missing", "lineage-gap-declared"),
    // A stub is kept as it was; new files are not committed yet.
    ("board-ready-is-stub", "stub-activated-leftover"),
    ("stub-signed", "stub-activated-leftover"),
    ("locked-packet-edited", "checkpoint-commit-missing"),
    // The words that mark the place are a person's choice.
    ("done-means-foreign-anchor", "refinement-anchor-incomplete"),
];

fn found(entry: &'static Entry, document: &Document, workspace: &Workspace) -> Vec<Diagnostic> {
    let findings = entry.rule.findings(document, workspace).into_iter();
    let told = |finding: crate::rules::report::Finding| Diagnostic {
        rule: entry,
        severity: Severity::Error,
        range: finding.range,
        message: finding.message,
        related: finding.related,
        fixes: finding.fixes,
    };
    findings.map(told).collect()
}

/// What all rules say of every file; `judged` leaves out what nobody is told of, as it is replaced.
fn counts(workspace: &Workspace, judged: bool) -> BTreeMap<(String, &'static str), usize> {
    let mut counts = BTreeMap::new();
    for document in workspace.documents() {
        let is_closed = judged && workspace.lifecycle(document) == Lifecycle::Historical;
        let told = if is_closed { diagnostics(document, workspace, Scope::Active) } else { Vec::new() };
        for entry in all().iter().filter(|entry| !entry.rule.off) {
            let count = match is_closed {
                true => told.iter().filter(|found| std::ptr::eq(found.rule, entry)).count(),
                false => entry.rule.findings(document, workspace).len(),
            };
            if count > 0 {
                counts.insert((document.path.to_string(), &*entry.name), count);
            }
        }
    }
    counts
}

/// The files that a change makes are of a template, and have its gaps.
fn is_made(change: &SourceChange, path: &str) -> bool {
    let is_new = |file: &crate::ide::source_change::FileChange| file.texts().0.is_none();
    change.files.iter().any(|file| &*file.path == path && is_new(file))
        || change.moves.iter().any(|moved| &*moved.to == path)
}

#[test]
fn finished_work_whose_packet_is_lost_becomes_no_stub() {
    let entry = find("board-unknown-wp").expect("it is a rule");
    let example = "//- .GOV/roles_shared/TASK_BOARD.md\n## Done\n- **[WP-1-Example]** - [VALIDATED]\n";
    let (document, workspace) = open(entry.rule, example);
    let own = found(entry, &document, &workspace);
    assert_eq!(own.len(), 1);
    assert!(repair(&document, &workspace, &own[0]).is_none());
}

#[test]
fn a_file_that_others_know_by_its_name_keeps_it() {
    let entry = find("id-filename-mismatch").expect("it is a rule");
    let example = "//- .GOV/task_packets/WP-1-Example.md\n- WP_ID: WP-1-Other\n\
        //- .GOV/roles_shared/TASK_BOARD.md\n## Ready for Dev\n- **[WP-1-Example]** - [READY_FOR_DEV]\n";
    let (document, workspace) = open(entry.rule, example);
    let own = found(entry, &document, &workspace);
    assert!(own.len() == 1 && repair(&document, &workspace, &own[0]).is_none());
}

#[test]
fn what_a_signed_refinement_keeps_is_left_to_the_next_revision() {
    let entry = find("refinement-section-placeholder").expect("it is a rule");
    let example = "//- .GOV/refinements/WP-1-Example.md\n## TECHNICAL_REFINEMENT (MASTER SPEC)\n\
        - USER_SIGNATURE: mara050320260915\n### PRIMITIVES\n- TBD\n";
    let titles = |example: &str| {
        let (document, workspace) = open(entry.rule, example);
        let own = found(entry, &document, &workspace);
        let offered = offers(&document, &workspace, &own, own[0].range);
        offered.into_iter().map(|offer| offer.title).collect::<Vec<_>>()
    };
    assert!(titles(example).is_empty(), "nothing was built by it");
    let built = format!("{example}//- .GOV/task_packets/WP-1-Example.md\n# Task Packet: WP-1-Example\n");
    let wanted = ["Create the refinement WP-1-Example-v2", "Create the revision WP-1-Example-v2"];
    assert_eq!(titles(&built), wanted);
}

#[test]
fn what_finished_work_lacks_is_left_to_the_next_revision() {
    let entry = find("evidence-test-plan-not-run").expect("it is a rule");
    let page = entry.page();
    let bad = page::examples(&page).into_iter().find(|example| example.bad).expect("it has one").text;
    let (document, workspace) = open(entry.rule, &bad);
    let own = found(entry, &document, &workspace);
    let offered = offers(&document, &workspace, &own, own[0].range);
    let titled = |title: &str| offered.iter().find(|offer| offer.title == title).expect("it is offered");
    let revision = titled("Create the revision WP-1-Example-v2");
    assert_eq!(revision.answers, [0]);
    let refused = revision.refused.as_ref().expect("a step comes first");
    assert!(refused.next.contains("`taskpacket new refinement WP-1-Example-v2`"), "{refused}");
    assert!(titled("Create the refinement WP-1-Example-v2").refused.is_none());
    let refused = first("evidence-test-plan-not-run", "WP-1-Example", &workspace).expect_err("the same step");
    assert!(refused.next.contains("`taskpacket new refinement WP-1-Example-v2`"), "{refused}");
}

#[test]
fn a_repair_of_other_files_answers_its_finding_and_brings_no_other() {
    let mut wrong = Vec::new();
    for (rule, example) in REPAIRED {
        let entry = find(rule).expect("it is a rule");
        let page = entry.page();
        let bad = page::examples(&page).into_iter().find(|example| example.bad).expect("it has one").text;
        let example = match example.strip_prefix('+') {
            Some(more) if bad.starts_with("//- ") => format!("{bad}{more}"),
            Some(more) => format!("//- .GOV/task_packets/WP-1-Example.md\n{bad}{more}"),
            None if example.is_empty() => bad,
            None => example.to_string(),
        };
        let (document, workspace) = open(entry.rule, &example);
        let own: Vec<Diagnostic> = found(entry, &document, &workspace);
        let Some(first) = own.first() else {
            wrong.push(format!("{rule}: finds nothing\n{example}"));
            continue;
        };
        let change = match repair(&document, &workspace, first) {
            None => {
                wrong.push(format!("{rule}: no repair\n{example}"));
                continue;
            }
            Some(offer) => match (offer.title.clone(), offer.change()) {
                (_, Ok(change)) => change,
                (title, Err(refusal)) => {
                    wrong.push(format!("{rule}: {title}: {refusal}\n{example}"));
                    continue;
                }
            },
        };
        let after = change.applied(&workspace);
        // What is replaced keeps its words, and is judged no longer.
        let own_after = |document: &Arc<Document>| match after.lifecycle(document) {
            Lifecycle::Active => found(entry, document, &after),
            Lifecycle::Historical => {
                let told = diagnostics(document, &after, Scope::Active).into_iter();
                told.filter(|found| std::ptr::eq(found.rule, entry)).collect()
            }
        };
        let left = after.document(&document.path).map(own_after).unwrap_or_default();
        let again = after.document(&document.path).and_then(|document| {
            let more = left.iter().filter_map(|found| repair(document, &after, found));
            more.map(|offer| offer.title).find(|title| *title == change.title)
        });
        if let Some(again) = again {
            wrong.push(format!("{rule}: `{again}` can be done twice"));
        }
        for one in workspace.documents() {
            let signed = |document: &Document| {
                let words = if document.is_locked() { lock::words(document) } else { Vec::new() };
                words.into_iter().map(|(name, words)| (name, words.to_string())).collect::<Vec<_>>()
            };
            if after.document(&one.path).is_some_and(|now| signed(one) != signed(now)) {
                wrong.push(format!("{rule}: `{}` changes what is signed in {}", change.title, one.path));
            }
        }
        let texts: Vec<String> =
            change.files.iter().map(|file| format!("{}:\n{}", file.path, file.texts().1)).collect();
        if left.len() >= own.len() {
            wrong.push(format!("{rule}: `{}` does not answer it\n{}", change.title, texts.join("\n")));
        }
        let then = counts(&workspace, false);
        for ((path, now), count) in counts(&after, true) {
            let before = then.get(&(path.clone(), now)).copied().unwrap_or(0);
            if count > before && !OWED.contains(&(rule, now)) && !is_made(&change, &path) {
                wrong.push(format!(
                    "{rule}: `{}` brings {now} in {path}\n{}",
                    change.title,
                    texts.join("\n")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
