//! What a fix promises, held against every fix of every bad example: its finding goes, no other comes, a second time
//! there is nothing to do, and only the rule's own policy is used.

use std::collections::BTreeMap;

use super::guard;
use crate::document::Document;
use crate::document::kind::Kind;
use crate::rules::report::{Fix, Safety};
use crate::rules::testing::{open, run};
use crate::rules::{Entry, FixPolicy, all, page};
use crate::text::edit::{Edit, Edits};
use crate::text::range::Range;
use crate::workspace::Workspace;

fn applied(edits: &[Edit], text: &str) -> Option<String> {
    Edits::new(edits.to_vec())?.apply(text)
}

/// The words that a person would write at a stop.
fn word(stop: &str) -> &str {
    match stop {
        "40 hex digits" => "0123456789abcdef0123456789abcdef01234567",
        "exact/path" => "src/store/batch.rs",
        "section number and title" => "2.1.1 (Notes)",
        "spec file" | "<spec file>" => "Demo_Master_Spec_v02.001.md",
        "" => "said by a person",
        words if words.starts_with("YYYY") => "2026-03-05T09:15:00Z",
        words => words.trim_start_matches('<').trim_end_matches('>'),
    }
}

/// A text with tab stops after somebody went through them.
fn filled(snippet: &str) -> String {
    let mut out = String::new();
    let mut rest = snippet;
    while let Some((before, behind)) = rest.split_once("${") {
        let (stop, behind) = behind.split_once('}').expect("a stop ends");
        out.push_str(before);
        let inner = stop.trim_start_matches(|letter: char| letter.is_ascii_digit());
        match inner.strip_prefix('|') {
            Some(choices) => out.push_str(choices.split([',', '|']).next().unwrap_or("")),
            None => out.push_str(word(inner.trim_start_matches(':'))),
        }
        rest = behind;
    }
    out + rest
}

/// Where each rule speaks of a document.
fn counts(document: &Document, workspace: &Workspace) -> BTreeMap<&'static str, Vec<Range>> {
    let ranges = |entry: &'static Entry| {
        let findings = entry.rule.findings(document, workspace);
        (&*entry.name, findings.into_iter().map(|finding| finding.range).collect::<Vec<_>>())
    };
    all().iter().map(ranges).filter(|(_, ranges)| !ranges.is_empty()).collect()
}

fn judge(entry: &Entry, example: &str, fix: &Fix, wrong: &mut Vec<String>) {
    let mut say = |what: &str| wrong.push(format!("{}: `{}` {what}\n{example}", entry.name, fix.title));
    let (before, workspace) = open(entry.rule, example);
    let Some(plain) = applied(&fix.edits, &before.text) else { return say("does not fit") };
    if plain == *before.text {
        return say("changes nothing");
    }
    let stops: Vec<Edit> =
        fix.stops.iter().map(|edit| Edit { text: filled(&edit.text), ..edit.clone() }).collect();
    let after =
        if stops.is_empty() { plain } else { applied(&stops, &before.text).expect("it fits as well") };
    let fixture = example.replacen(&*before.text, &after, 1);
    let found = run(entry.rule, example).1.len();
    let (document, repaired) = run(entry.rule, &fixture);
    if repaired.len() >= found {
        return say(&format!("does not answer its finding: {repaired:?}\n--- after\n{}", document.text));
    }
    if repaired.iter().any(|finding| finding.fixes.contains(fix)) {
        return say("can be done twice");
    }
    let (document, after) = open(entry.rule, &fixture);
    let (then, now) = (counts(&before, &workspace), counts(&document, &after));
    for (rule, ranges) in now {
        let more = ranges.len() > then.get(rule).map_or(0, Vec::len);
        // What a template leaves to say is said of the template's own words.
        let is_template = fix.place.is_some() && {
            let edit = stops.first().unwrap_or(&fix.edits[0]);
            let put = Range::new(edit.range.start, edit.range.start + edit.text.len());
            ranges.iter().any(|range| put.start <= range.end && range.start <= put.end)
        };
        if more && !is_template && !is_revealed(&entry.name, rule) {
            say(&format!("brings {rule}\n--- after\n{}", document.text));
        }
    }
}

/// What a packet owes once something is said: beginnings of rule names, and the rules that speak up then.
const OWED: &[(&str, &[&str])] = &[
    (
        "risk-tier-",
        &["hardened-invariants-missing", "risk-manual-review-missing", "risk-tier-justification-missing"],
    ),
    ("agentic-mode-", &["orchestration-started-invalid", "orchestrator-model-missing"]),
    ("status-invalid", &["status-done-without-verdict", "status-blocked-reason-missing"]),
    // The file is there, only not in the fixture.
    ("diff-outside-scope", &["in-scope-path-missing"]),
    ("in-scope-glob", &["in-scope-path-missing"]),
    ("refinement-enrichment-pending", &["refinement-proposed-missing", "refinement-no-enrichment-reason"]),
    ("e2e-", &["e2e-list-missing", "e2e-trust-boundary-missing"]),
    // The files are there, only not in the fixture.
    ("manifest-coverage-missing", &["manifest-gate-unchecked", "manifest-target-missing"]),
    ("manifest-gate-unlisted", &["manifest-gate-unchecked"]),
    ("refinement-checklist-incomplete", &["refinement-checklist-verdict"]),
    // What could not be read before is judged now.
    ("board-", &["board-blocked-eta-missing", "board-done-not-validated", "board-unknown-wp"]),
];

fn is_revealed(fixed: &str, rule: &str) -> bool {
    OWED.iter().any(|(begin, owed)| fixed.starts_with(begin) && owed.contains(&rule))
}

/// A packet that says next to nothing.
const BARE: &str = "# Task Packet: WP-1-Example\n\n## METADATA\n- **Status:** In Progress\n- AGENTIC_MODE: YES\n\
    - PACKET_FORMAT_VERSION: 2026-02-01\n\n## END_TO_END_CLOSURE_PLAN\n- END_TO_END_CLOSURE_PLAN_APPLICABLE: YES\n";

/// Examples that have a fix where the one of the page has none.
const MORE: &[(&str, &str)] = &[
    (
        "in-scope-path-missing",
        "//- .GOV/task_packets/WP-1-Example.md\n- IN_SCOPE_PATHS:\n  - .GOV/roles/coder/PROTOCOLL.md\n//- .GOV/roles/coder/PROTOCOL.md\n# Coder\n//- git:\ntracked .GOV/roles/coder/PROTOCOL.md\n",
    ),
    (
        "bootstrap-file-not-found",
        "//- .GOV/task_packets/WP-1-Example.md\n- FILES_TO_OPEN:\n  - .GOV/roles/PROTOCOL.md\n//- .GOV/roles/coder/PROTOCOL.md\n# Coder\n//- git:\ntracked .GOV/roles/coder/PROTOCOL.md\n",
    ),
    (
        "done-means-item-unmapped",
        "- SPEC_ANCHOR: 2.1.1\n- DONE_MEANS:\n  - Batches are ordered per 2.1.1\n  - Old files are removed\n",
    ),
    (
        "spec-baseline-invalid",
        "//- .GOV/task_packets/WP-1-Example.md\n- SPEC_BASELINE: the current one\n\
            //- .GOV/roles_shared/SPEC_CURRENT.md\n**Demo_Master_Spec_v02.001.md**\n",
    ),
    (
        "spec-anchor-not-found",
        "//- .GOV/task_packets/WP-1-Example.md\n- SPEC_ANCHOR: 2.1.3\n\
            //- .GOV/roles_shared/SPEC_CURRENT.md\n**Demo_Master_Spec_v02.001.md**\n\
            //- Demo_Master_Spec_v02.001.md\n# 2. Store\n## 2.1 Writing\n### 2.1.1 Batches\n### 2.1.2 Syncing\n",
    ),
    (
        "refinement-proposed-missing",
        "## TECHNICAL_REFINEMENT (MASTER SPEC)\n### ENRICHMENT\n- ENRICHMENT_NEEDED: YES\n\n### SPEC_ANCHORS\n",
    ),
    (
        "refinement-anchor-token-missing",
        "//- .GOV/refinements/WP-1-Example.md\n## TECHNICAL_REFINEMENT (MASTER SPEC)\n#### ANCHOR 1\n\
            - SPEC_ANCHOR: 2.1.1\n- CONTEXT_START_LINE: 1\n- CONTEXT_END_LINE: 2\n- CONTEXT_TOKEN: one transaction\n\
            //- .GOV/roles_shared/SPEC_CURRENT.md\n**Demo_Master_Spec_v02.001.md**\n\
            //- Demo_Master_Spec_v02.001.md\n# 2. Store\n## 2.1 Writing\n### 2.1.1 Batches\nA batch is one transaction.\n",
    ),
    (
        "manifest-spec-unresolved",
        "//- .GOV/task_packets/WP-1-Example.md\n## VALIDATION\n- **Target File**: `src/a.rs`\n\
            - **Spec Target Resolved**: .GOV/roles_shared/SPEC_CURRENT.md -> Demo_Master_Spec_vXX.XX.md\n\
            //- .GOV/roles_shared/SPEC_CURRENT.md\n**Demo_Master_Spec_v02.001.md**\n",
    ),
    (
        "manifest-placeholder",
        "//- .GOV/task_packets/WP-1-Example.md\n- **Status:** In Progress\n## VALIDATION\n- **Target File**: `src/a.rs`\n\
            - **Start**: 1\n- **End**: <int>\n- **Pre-SHA1**: `<hash>`\n\
            //- before:src/a.rs\none\n//- after:src/a.rs\ntwo\n//- git:\nagainst range\n",
    ),
    (
        "merge-base-missing",
        "//- .GOV/task_packets/WP-1-Example.md\n# Task Packet: WP-1-Example\n- PACKET_FORMAT_VERSION: 2026-02-01\n\
            //- git:\nfork 1111111111111111111111111111111111111111\n",
    ),
    (
        "merge-base-missing",
        "//- .GOV/task_packets/WP-1-Example.md\n- PACKET_FORMAT_VERSION: 2026-02-01\n- MERGE_BASE_SHA: <pending>\n\
            //- git:\nfork 1111111111111111111111111111111111111111\n",
    ),
    ("lumped-requirements", "- SPEC_ANCHOR:\n  - 10.3.2 Console\n  - 2.1.1 Batches\n  - 10.3.1 Keys\n"),
    (
        "hard-gate-sequence",
        "HARD_GATE_OUTPUT [CX-WT-001]\n/work/repo\n\nHARD_GATE_REASON [CX-WT-001]\n- The right worktree.\n",
    ),
    ("escalation-incomplete", "```text\nSLA ESCALATION: WP-1-Example [CX-635]\n**Status:** BLOCKED\n```\n"),
    ("gate-status-incomplete", "```text\nGATE_STATUS [CX-GATE-UX-001]\n```\n"),
    ("board-blocked-form", "## Blocked\n- WP-1-Example waits for the store\n"),
    (
        "board-status-drift",
        "//- .GOV/roles_shared/TASK_BOARD.md\n## Ready for Dev\n- **[WP-1-Example]**\n  - a note\n## In Progress\n- NONE\n\
            //- .GOV/task_packets/WP-1-Example.md\n- **Status:** In Progress\n",
    ),
    (
        "board-status-drift",
        "//- .GOV/task_packets/WP-1-Example.md\n- **Status:** In Progress\n\
            //- .GOV/roles_shared/TASK_BOARD.md\n## Ready for Dev\n- **[WP-1-Example]**\n",
    ),
    (
        "board-stub-activated",
        "//- .GOV/roles_shared/TASK_BOARD.md\n## Ready for Dev\n\n## Stub Backlog (Not Activated)\n\
            - **[WP-1-Example]** - [STUB]\n//- .GOV/task_packets/WP-1-Example.md\n- **Status:** Ready for Dev\n",
    ),
    (
        "board-blocked-resolved",
        "//- .GOV/roles_shared/TASK_BOARD.md\n## Ready for Dev\n## Done\n- **[WP-1-Storage]** - [VALIDATED]\n\
            ## Blocked\n- **[WP-1-Example]** - BLOCKED: WP-1-Storage (ETA soon)\n",
    ),
    (
        "dependency-superseded-target",
        "//- .GOV/task_packets/WP-1-Example.md\n## Dependencies\n- Depends on: WP-1-Storage\n- Blocks: NONE\n\
            //- .GOV/task_packets/WP-1-Storage.md\n- **Status:** Superseded\n\
            //- .GOV/task_packets/WP-1-Storage-v2.md\n- **Status:** In Progress\n\
            //- .GOV/roles_shared/WP_TRACEABILITY_REGISTRY.md\n| Base WP ID | Active Packet | Task Board | Notes |\n\
            |---|---|---|---|\n| WP-1-Storage | .GOV/task_packets/WP-1-Storage-v2.md | In Progress | - |\n",
    ),
    (
        "dependency-unknown-wp",
        "//- .GOV/task_packets/WP-1-Example.md\n## Dependencies\n- Depends on: WP-1-Sotrage\n- Blocks: NONE\n\
            //- .GOV/task_packets/WP-1-Storage.md\n- **Status:** Ready for Dev\n",
    ),
    (
        "signature-audit-empty",
        "//- .GOV/roles_shared/SIGNATURE_AUDIT.md\n# SIGNATURE_AUDIT\n\
            | Signature | Used By | Date/Time | Purpose | Master Spec Version | Notes |\n|---|---|---|---|---|---|\n\
            | mara050320260915 | Orchestrator | 2026-03-05 09:15 | packet WP-1-Example | v02.001 | - |\n\
            //- .GOV/task_packets/WP-1-Example.md\n- USER_SIGNATURE: mara050320260915\n",
    ),
    ("placeholder-template-variable", "- WP_ID: {{WP_ID}}\n"),
    ("drive-letter-path", "- See C:\\work\\store\\src\\notes.md\n"),
];

/// The bad examples of a rule's page and those above, and what it says of a bare packet.
fn examples(entry: &Entry) -> Vec<String> {
    let page = entry.page();
    let bad = page::examples(&page).into_iter().filter(|example| example.bad).map(|example| example.text);
    let bare = entry.rule.kinds.contains(&Kind::Packet).then(|| BARE.to_string());
    let more = MORE.iter().filter(|(rule, _)| *rule == entry.name).map(|(_, text)| text.to_string());
    bad.chain(more).chain(bare).collect()
}

#[test]
fn every_fix_answers_its_finding_and_brings_no_other() {
    let mut wrong = Vec::new();
    let mut fixes = 0;
    for entry in all() {
        for example in examples(entry) {
            for fix in run(entry.rule, &example).1.iter().flat_map(|finding| &finding.fixes) {
                fixes += 1;
                judge(entry, &example, fix, &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {fixes}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn fixes_are_what_the_rule_declares() {
    let mut wrong = Vec::new();
    for entry in all() {
        let mut offered = Vec::new();
        for example in examples(entry) {
            let (document, findings) = run(entry.rule, &example);
            for fix in findings.into_iter().flat_map(|finding| finding.fixes) {
                let (_, workspace) = open(entry.rule, &example);
                if guard::refusal(&document, &workspace, &fix).is_some() && fix.safety == Safety::Safe {
                    wrong.push(format!("{}: the guard refuses `{}`", entry.name, fix.title));
                }
                offered.push(fix.safety);
            }
        }
        let fits = match entry.rule.fix {
            FixPolicy::None | FixPolicy::Never => offered.is_empty(),
            FixPolicy::Safe => !offered.is_empty(),
            FixPolicy::Review => !offered.is_empty() && !offered.contains(&Safety::Safe),
        };
        if !fits {
            wrong.push(format!("{}: {:?}, but the examples show {offered:?}", entry.name, entry.rule.fix));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
