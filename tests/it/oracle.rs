//! What the gates of a real workspace said of its files, against what the program says: every content error they found
//! is found here, or the difference has its reason below. Skipped where that workspace is not at hand.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

/// What a gate complains of, and the rules that speak of it. `refinement/` rules are looked for in the refinement.
const RULES: &[(&str, &[&str])] = &[
    ("refinement-missing", &["refinement-missing"]),
    ("manifest-field-missing", &["manifest-field-missing", "section-missing"]),
    (
        "manifest-gates-checklist-missing",
        &["manifest-field-missing", "manifest-gate-unlisted", "section-missing"],
    ),
    ("manifest-not-parsed", &["manifest-field-missing", "section-missing"]),
    ("manifest-gate-unchecked", &["manifest-gate-unchecked"]),
    ("manifest-sha-invalid", &["manifest-sha1-format", "manifest-placeholder"]),
    ("manifest-entry-field-missing", &["manifest-field-missing", "manifest-placeholder"]),
    ("manifest-line-delta-invalid", &["manifest-line-delta-invalid", "manifest-placeholder"]),
    ("manifest-window-invalid", &["manifest-window-invalid", "manifest-placeholder"]),
    ("packet-non-ascii", &["file-non-ascii", "file-mojibake"]),
    ("status-missing", &["status-missing", "status-gate-unreadable"]),
    (
        "status-missing-or-invalid",
        &["status-missing", "status-invalid", "status-spelling", "status-gate-unreadable"],
    ),
    ("signature-missing", &["signature-missing", "signature-pending", "signature-format"]),
    ("signature-not-in-audit", &["signature-not-in-audit", "signature-format", "signature-pending"]),
    ("validation-section-missing", &["section-missing"]),
    ("missing-field:TASK_ID", &["id-missing"]),
    ("missing-field:BOOTSTRAP", &["bootstrap-missing"]),
    ("missing-field:DONE_MEANS", &["done-means-missing"]),
    ("missing-field:RISK_TIER", &["risk-tier-missing"]),
    ("missing-field:SCOPE", &["scope-missing"]),
    ("missing-field:TEST_PLAN", &["test-plan-missing"]),
    ("spec-reference-missing", &["spec-reference-missing"]),
    ("gate-skeleton-approved-missing", &["skeleton-approval-missing", "skeleton-approval-malformed"]),
    ("gate-bootstrap-or-skeleton-heading-missing", &["skeleton-missing", "bootstrap-missing"]),
    (
        "refinement-proposed-missing",
        &["refinement/refinement-proposed-missing", "refinement/refinement-enrichment-blocks-packet"],
    ),
    ("refinement-spec-target-stale", &["refinement/refinement-spec-target-mismatch"]),
    // Against another version than its own neither SHA1 nor windows can hold; that it is another version is what counts.
    (
        "refinement-spec-sha1-stale",
        &["refinement/refinement-spec-sha1-mismatch", "refinement/refinement-spec-target-mismatch"],
    ),
    (
        "anchor-token-not-in-window",
        &["refinement/refinement-anchor-token-missing", "refinement/refinement-spec-target-mismatch"],
    ),
    (
        "refinement-approval-evidence-mismatch",
        &["refinement/refinement-approval-mismatch", "refinement/refinement-approval-missing"],
    ),
    ("refinement-review-status-not-approved", &["refinement/refinement-review-status"]),
    ("refinement-signature-missing", &["refinement/refinement-signature-missing"]),
];

/// Complaints that are no content of the file: what is committed, and what other complaints sum up.
const BESIDE: &[&str] = &["refinement-gate-failed", "checkpoint-refinement-uncommitted"];

/// Where the program is silent on purpose: complaint, file, reason.
const EXPLAINED: &[(&str, &str, &str)] = &[
    ("manifest-gate-unchecked", "WP-1-Spec-Enrichment-LLM-Core-v1", "nobody has begun to fill its manifest"),
    (
        "manifest-line-delta-invalid",
        "WP-1-Spec-Enrichment-LLM-Core-v1",
        "nobody has begun to fill its manifest",
    ),
    ("manifest-sha-invalid", "WP-1-Spec-Enrichment-LLM-Core-v1", "nobody has begun to fill its manifest"),
    ("manifest-window-invalid", "WP-1-Spec-Enrichment-LLM-Core-v1", "nobody has begun to fill its manifest"),
    (
        "signature-missing",
        "WP-1-Debug-Bundle-v2",
        "it is signed as `**USER_SIGNATURE**:`, which that gate cannot read",
    ),
    (
        "refinement-approval-evidence-mismatch",
        "WP-1-Product-Governance-Snapshot-v1",
        "it was never approved, and has no packet",
    ),
    (
        "refinement-review-status-not-approved",
        "WP-1-Product-Governance-Snapshot-v1",
        "it was never approved, and has no packet",
    ),
    (
        "refinement-signature-missing",
        "WP-1-Product-Governance-Snapshot-v1",
        "it was never approved, and has no packet",
    ),
];

#[test]
fn what_the_gates_of_a_real_workspace_found_is_found() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(oracle) = std::fs::read_to_string(corpus.join("oracle.json")) else {
        eprintln!("skipped: the real workspace is not at hand");
        return;
    };
    let oracle: Value = serde_json::from_str(&oracle).expect("the verdicts are JSON");
    let found = findings(&corpus.join("handshake"));
    let mut tally: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    let mut unexplained = Vec::new();
    for (path, mode, complaint) in complaints(&oracle) {
        let rules =
            RULES.iter().find(|(name, _)| *name == complaint || Some(*name) == complaint.split(':').next());
        let (_, rules) = rules.unwrap_or_else(|| panic!("no rule is named for the complaint {complaint}"));
        let stem = path.rsplit('/').next().unwrap_or("").trim_end_matches(".md");
        let counts =
            tally.entry(format!("{mode}: {}", complaint.split(':').next().unwrap_or(""))).or_default();
        let refinement = format!(".GOV/refinements/{stem}.md");
        let is_found = rules.iter().any(|rule| match rule.strip_prefix("refinement/") {
            Some(rule) => found.contains(&(refinement.clone(), rule.to_string())),
            None => found.contains(&(path.clone(), (*rule).to_string())),
        });
        let is_explained =
            EXPLAINED.iter().any(|(name, file, _)| complaint.starts_with(name) && *file == stem);
        match (is_found, is_explained) {
            (true, _) => counts[0] += 1,
            (false, true) => counts[1] += 1,
            (false, false) => {
                counts[2] += 1;
                unexplained.push(format!("{mode}: {complaint} in {path}"));
            }
        }
    }
    for (complaint, [found, explained, missed]) in &tally {
        println!("{complaint}: {found} found, {explained} explained, {missed} missed");
    }
    assert!(!tally.is_empty() && unexplained.is_empty(), "not found:\n{}", unexplained.join("\n"));
}

/// File, mode and complaint, of every verdict that is about content.
fn complaints(oracle: &Value) -> Vec<(String, &'static str, String)> {
    let mut complaints = Vec::new();
    let packets = oracle["packets"].as_object().into_iter().flatten();
    let modes = ["pre_work_nobom", "packet_complete", "gate_check", "post_work_manifest_only_nobom"];
    for (_, packet) in packets {
        let path = packet["path"].as_str().unwrap_or("").to_string();
        for mode in modes {
            complaints
                .extend(named(&packet[mode]).into_iter().map(|complaint| (path.clone(), mode, complaint)));
        }
    }
    for (path, refinement) in oracle["refinements"].as_object().into_iter().flatten() {
        for mode in ["unsigned_nobom", "signed_nobom"] {
            complaints.extend(
                named(&refinement[mode]).into_iter().map(|complaint| (path.clone(), mode, complaint)),
            );
        }
    }
    complaints.retain(|(_, _, complaint)| !BESIDE.contains(&complaint.as_str()));
    complaints
}

fn named(verdict: &Value) -> Vec<String> {
    let categories = verdict["categories"].as_array().into_iter().flatten();
    categories.filter_map(Value::as_str).map(str::to_string).collect()
}

/// Path and rule of everything that `check --all` finds there.
fn findings(root: &PathBuf) -> BTreeSet<(String, String)> {
    let run = assert_cmd::Command::new(env!("CARGO_BIN_EXE_taskpacket"))
        .args(["check", "--all", "--format", "json"])
        .current_dir(root)
        .output()
        .expect("the program runs");
    let seen: Value = serde_json::from_slice(&run.stdout).expect("its output is JSON");
    let list = seen["diagnostics"].as_array().into_iter().flatten();
    let text = |value: &Value| value.as_str().unwrap_or("").to_string();
    list.map(|found| (text(&found["path"]), text(&found["rule"]))).collect()
}
