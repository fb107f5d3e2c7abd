//! What git says of the work on a packet: its manifest, its files, its worktree, its age and what was approved.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::client::{ONE, TWO};
use crate::git::{SIGNED, check, commit, git, git_with, messages, repository, write};

const BOARD: &str = ".GOV/roles_shared/TASK_BOARD.md";
const GATES: &str = ".GOV/roles/orchestrator/ORCHESTRATOR_GATES.json";

/// A packet in progress with one block of a manifest.
fn manifest(base: &str, window: (u32, u32), delta: i32, pre: &str, post: &str) -> String {
    format!(
        "- **Status:** In Progress\n- MERGE_BASE_SHA: {base}\n## VALIDATION\n- **Target File**: `src/a.rs`\n\
         - **Start**: {}\n- **End**: {}\n- **Line Delta**: {delta}\n- **Pre-SHA1**: `{pre}`\n- **Post-SHA1**: `{post}`\n",
        window.0, window.1
    )
}

fn sha1(text: &str) -> String {
    engine::text::hash::sha1_hex(text.as_bytes())
}

#[test]
fn manifest_is_compared_with_what_was_committed_staged_or_written() {
    let (old, new) = ("1\n2\n3\n", "1\ntwo\n3\n4\n");
    let folder = repository(&[("src/a.rs", old)]);
    let root = folder.path();
    let base = git(root, &["rev-parse", "HEAD"]);
    git(root, &["checkout", "-q", "-b", "feat/WP-1-One"]);
    let found =
        |root: &Path| check(root, &["--select", "L"]).1.into_iter().map(|(_, rule, _)| rule).collect();
    let judged = |root: &Path, wanted: &[&str]| {
        let all: Vec<String> = found(root);
        let is_asked = |rule: &&String| {
            !matches!(
                &***rule,
                "manifest-field-missing" | "manifest-gate-unlisted" | "manifest-target-out-of-scope"
            )
        };
        let mut all: Vec<&str> = all.iter().filter(is_asked).map(String::as_str).collect();
        all.sort_unstable();
        assert_eq!(all, wanted);
    };
    let right = manifest(&base, (2, 4), 1, &sha1(old), &sha1(new));
    // Nothing was done yet.
    commit(root, &[(ONE, &right)]);
    judged(root, &["manifest-empty-diff", "manifest-line-delta-mismatch", "manifest-post-sha1-mismatch"]);
    // On disk, in the index, committed.
    write(root, "src/a.rs", new);
    judged(root, &[]);
    git(root, &["add", "."]);
    write(root, "src/a.rs", "something else\n");
    judged(root, &[]);
    write(root, "src/a.rs", new);
    commit(root, &[]);
    judged(root, &[]);
    // The packet itself may go on changing.
    write(root, ONE, &manifest(&base, (3, 4), 2, &sha1(new), &sha1(old)));
    judged(
        root,
        &[
            "manifest-diff-outside-window",
            "manifest-line-delta-mismatch",
            "manifest-post-sha1-mismatch",
            "manifest-pre-sha1-mismatch",
        ],
    );
    let crlf = |text: &str| sha1(&text.replace('\n', "\r\n"));
    write(root, ONE, &manifest(&base, (2, 4), 1, &crlf(old), &crlf(new)));
    judged(root, &["manifest-sha1-eol", "manifest-sha1-eol"]);
    write(root, ONE, &right);
    commit(root, &[("src/b.rs", "new\n")]);
    judged(root, &["manifest-coverage-missing"]);
    // Another branch holds the work of others.
    git(root, &["checkout", "-q", "-b", "other"]);
    judged(root, &[]);
}

#[test]
fn file_with_crlf_on_disk_has_the_sha1_of_its_lf_text() {
    let (old, new) = ("1\n2\n", "1\ntwo\n");
    let folder = repository(&[("src/a.rs", old)]);
    let root = folder.path();
    let base = git(root, &["rev-parse", "HEAD"]);
    git(root, &["checkout", "-q", "-b", "feat/WP-1-One"]);
    commit(root, &[(ONE, &manifest(&base, (2, 2), 0, &sha1(old), &sha1(new)))]);
    write(root, "src/a.rs", &new.replace('\n', "\r\n"));
    for rule in ["manifest-post-sha1-mismatch", "manifest-sha1-eol", "manifest-diff-outside-window"] {
        assert_eq!(messages(root, rule), Vec::<String>::new(), "{rule}");
    }
}

#[test]
fn work_that_was_merged_into_the_branch_is_part_of_it() {
    let (old, new) = ("1\n2\n", "1\ntwo\n");
    let folder = repository(&[("src/a.rs", old)]);
    let root = folder.path();
    let base = git(root, &["rev-parse", "HEAD"]);
    git(root, &["checkout", "-q", "-b", "side"]);
    commit(root, &[("src/a.rs", new)]);
    git(root, &["checkout", "-q", "-b", "feat/WP-1-One", &base]);
    commit(root, &[(ONE, &manifest(&base, (2, 2), 0, &sha1(old), &sha1(new)))]);
    assert_eq!(messages(root, "manifest-post-sha1-mismatch").len(), 1);
    git(root, &["merge", "-q", "--no-edit", "side"]);
    assert_eq!(messages(root, "manifest-post-sha1-mismatch"), Vec::<String>::new());
    // Without a branch nobody knows whose work it is.
    write(root, ONE, &manifest(&base, (9, 9), 7, &sha1(new), &sha1(old)));
    assert_eq!(messages(root, "manifest-line-delta-mismatch").len(), 1);
    git(root, &["checkout", "-q", "--detach"]);
    assert_eq!(messages(root, "manifest-line-delta-mismatch"), Vec::<String>::new());
}

#[test]
fn file_that_nobody_added_is_out_of_scope_unless_it_is_ignored() {
    let folder = repository(&[("src/a.rs", "1\n"), (".gitignore", "target/\n")]);
    let root = folder.path();
    let base = git(root, &["rev-parse", "HEAD"]);
    git(root, &["checkout", "-q", "-b", "feat/WP-1-One"]);
    let packet =
        format!("- MERGE_BASE_SHA: {base}\n- **Status:** In Progress\n- IN_SCOPE_PATHS:\n  - src/a.rs\n");
    commit(root, &[(ONE, &packet)]);
    write(root, "target/out.rs", "");
    assert_eq!(messages(root, "diff-outside-scope"), Vec::<String>::new());
    write(root, "src/draft.rs", "");
    assert_eq!(messages(root, "diff-outside-scope"), ["`src/draft.rs` changed and is not in IN_SCOPE_PATHS"]);
}

#[test]
fn history_that_was_cut_off_accuses_nobody() {
    let lineage = ".GOV/task_packets/WP-1-One-v2.md";
    let audit = |commit: &str| {
        format!(
            "- MERGE_BASE_SHA: 0123456789012345678901234567890123456789\n## LINEAGE_AUDIT (ALL VERSIONS) [CX-580E]\n\
             | SPEC_ANCHOR | Requirement | Evidence | Introduced (commit) | Notes |\n|---|---|---|---|---|\n\
             | 2.1.1 | x | src/a.rs:1 | {commit} | - |\n"
        )
    };
    let gates = r#"{"gate_logs": [{"wpId": "WP-1-One", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "branch": "feat/gone"}]}"#;
    let folder = repository(&[("src/a.rs", "1\n")]);
    let root = folder.path();
    let first = git(root, &["rev-parse", "--short=9", "HEAD"]);
    commit(root, &[(lineage, &audit("0123abc")), (ONE, "# One\n"), (GATES, gates)]);
    assert_eq!(messages(root, "lineage-commit-unknown"), ["no commit `0123abc` in this repository"]);
    assert_eq!(messages(root, "gates-branch-missing"), ["there is no branch `feat/gone` for WP-1-One"]);
    assert_eq!(messages(root, "merge-base-unknown").len(), 1);
    let beside = tempfile::tempdir().expect("a folder");
    let clone = beside.path().join("clone");
    let from = format!("file://{}", root.display());
    git(beside.path(), &["clone", "-q", "--depth", "1", &from, clone.to_str().expect("UTF-8")]);
    for rule in ["lineage-commit-unknown", "gates-branch-missing", "merge-base-unknown"] {
        assert_eq!(messages(&clone, rule), Vec::<String>::new(), "{rule}");
    }
    commit(root, &[(lineage, &audit(&first))]);
    assert_eq!(messages(root, "lineage-commit-unknown"), Vec::<String>::new());
    git(root, &["branch", "feat/gone"]);
    assert_eq!(messages(root, "gates-branch-missing"), Vec::<String>::new());
}

#[test]
fn repository_without_a_commit_says_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    git(root, &["init", "-q"]);
    let base = "0123456789012345678901234567890123456789";
    write(root, ONE, &format!("{SIGNED}{}", manifest(base, (1, 1), 1, base, base)));
    git(root, &["add", "."]);
    for rule in ["merge-base-unknown", "checkpoint-commit-missing", "manifest-post-sha1-mismatch", "sla-idle"]
    {
        assert_eq!(messages(root, rule), Vec::<String>::new(), "{rule}");
    }
}

#[test]
fn worktrees_of_packets_are_looked_for_beside_the_main_one() {
    let prepared = |wp: &str| {
        format!(
            r#"{{"wpId": "{wp}", "type": "PREPARE", "timestamp": "2026-03-05T08:20:00Z", "worktree_dir": "../wt-{wp}"}}"#
        )
    };
    let gates = format!(r#"{{"gate_logs": [{}, {}]}}"#, prepared("WP-1-One"), prepared("WP-1-Two"));
    let board = "## In Progress\n- **[WP-1-One]** - [IN_PROGRESS]\n- **[WP-1-Two]** - [IN_PROGRESS]\n";
    let around = tempfile::tempdir().expect("a folder");
    let root = &around.path().join("main");
    std::fs::create_dir(root).expect("created");
    git(root, &["init", "-q"]);
    commit(root, &[(GATES, &gates), (ONE, "# One\n"), (TWO, "# Two\n"), (BOARD, board)]);
    let look = |root: &Path, rule: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_taskpacket"))
            .args(["check", "--format", "json", "--select", rule])
            .env_remove("CI")
            .current_dir(root)
            .output()
            .expect("it runs");
        let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        report["diagnostics"].as_array().map_or(0, Vec::len)
    };
    assert_eq!((look(root, "gates-worktree-missing"), look(root, "worktrees-insufficient")), (2, 1));
    git(root, &["worktree", "add", "-q", "-b", "feat/WP-1-One", "../wt-WP-1-One"]);
    assert_eq!((look(root, "gates-worktree-missing"), look(root, "worktrees-insufficient")), (1, 0));
    // From a linked worktree the others look the same.
    let linked = around.path().join("wt-WP-1-One");
    assert_eq!(look(&linked, "gates-worktree-missing"), 1);
    // A board that moved on its branch alone.
    write(&linked, BOARD, &board.replace("## In Progress\n", "## In Progress\n\n## Blocked\n"));
    assert_eq!(look(&linked, "board-not-synced-main"), 2);
    assert_eq!(look(root, "board-not-synced-main"), 0);
}

#[test]
fn age_counts_from_the_commit_that_moved_the_entry() {
    let folder = repository(&[(ONE, "- DATE: 2020-01-01\n- **Status:** Blocked\n")]);
    let root = folder.path();
    let ago = |days: i64| {
        let then = jiff::Timestamp::now() - jiff::SignedDuration::from_hours(24 * days);
        format!("{} +0000", then.as_second())
    };
    let commit_at = |text: &str, days: i64| {
        write(root, BOARD, text);
        git(root, &["add", "."]);
        let when = ago(days);
        git_with(
            root,
            &["commit", "-q", "-m", "moved"],
            &[("GIT_AUTHOR_DATE", &when), ("GIT_COMMITTER_DATE", &when)],
        );
    };
    let blocked = "## Blocked\n- **[WP-1-One]** - BLOCKED: x (ETA soon)\n";
    commit_at("## Ready for Dev\n- **[WP-1-One]** - [READY_FOR_DEV]\n", 40);
    commit_at(blocked, 2);
    assert_eq!(messages(root, "sla-blocked"), Vec::<String>::new());
    git(root, &["reset", "-q", "--hard", "HEAD~1"]);
    commit_at(blocked, 20);
    commit_at(&format!("# Board\n{blocked}"), 1);
    let found = messages(root, "sla-blocked");
    assert!(matches!(&*found, [message] if message.starts_with("Blocked for 1")), "{found:?}");
}

#[test]
fn approved_refinement_is_compared_with_what_was_approved() {
    let path = ".GOV/refinements/WP-1-One.md";
    let text = |approval: &str, reason: &str| {
        format!("- USER_APPROVAL_EVIDENCE: {approval}\n{SIGNED}- CLEARLY_COVERS_REASON: {reason}\n")
    };
    let approved = text("APPROVE REFINEMENT WP-1-One", "all of it");
    let folder = repository(&[(path, &text("<pending>", "most of it")), (ONE, SIGNED)]);
    let root = folder.path();
    let signed = commit(root, &[(path, &approved)]);
    assert_eq!(messages(root, "refinement-edited-after-approval"), Vec::<String>::new());
    commit(root, &[(path, &approved.replace("all", "nearly all"))]);
    let told = format!("differs from what was approved (commit `{}`)", &signed[..10]);
    assert_eq!(messages(root, "refinement-edited-after-approval"), [told]);
}
