//! What git says of a workspace: histories, merge bases and `check --since`. The repositories are made with the git
//! command; without one these tests fail.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::client::{ONE, Session, TWO, with_code};

pub const SIGNED: &str = "- USER_SIGNATURE: mara050320260915\n";
const AUDIT: &str = ".GOV/roles_shared/SIGNATURE_AUDIT.md";

pub fn git(folder: &Path, arguments: &[&str]) -> String {
    git_with(folder, arguments, &[])
}

/// The same with variables of the environment, such as the time of a commit.
pub fn git_with(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=Mara", "-c", "user.email=mara@example.org", "-c", "commit.gpgsign=false"])
        .args(["-c", "init.defaultBranch=main", "-c", "core.hooksPath=/dev/null"])
        .args(arguments)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .envs(variables.iter().copied())
        .current_dir(folder)
        .output()
        .expect("the git command is here to make repositories with");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_string()
}

pub fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
    std::fs::write(path, text).expect("written");
}

pub fn commit(folder: &Path, files: &[(&str, &str)]) -> String {
    for (path, text) in files {
        write(folder, path, text);
    }
    git(folder, &["add", "."]);
    git(folder, &["commit", "-q", "--allow-empty", "-m", "next"]);
    git(folder, &["rev-parse", "HEAD"])
}

/// A repository with these files in its first commit.
pub fn repository(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    git(folder.path(), &["init", "-q"]);
    commit(folder.path(), files);
    folder
}

pub fn check(folder: &Path, arguments: &[&str]) -> (Option<i32>, Vec<(String, String, String)>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_taskpacket"))
        .args(["check", "--format", "json"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("it runs");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let said = |found: &Value, key: &str| found[key].as_str().unwrap_or_default().to_string();
    let list = report["diagnostics"].as_array().cloned().unwrap_or_default();
    let list =
        list.iter().map(|found| (said(found, "path"), said(found, "rule"), said(found, "message"))).collect();
    (output.status.code(), list, String::from_utf8_lossy(&output.stderr).into_owned())
}

pub fn messages(folder: &Path, rule: &str) -> Vec<String> {
    check(folder, &["--select", rule]).1.into_iter().map(|(_, _, message)| message).collect()
}

#[test]
fn signed_packet_is_compared_with_what_was_signed() {
    let folder = repository(&[(ONE, "- USER_SIGNATURE: <pending>\n- RISK_TIER: LOW\n")]);
    let root = folder.path();
    commit(root, &[(ONE, &format!("{SIGNED}- RISK_TIER: <fill>\n"))]);
    let signed = commit(root, &[(ONE, &format!("{SIGNED}- RISK_TIER: MEDIUM\n"))]);
    assert_eq!(messages(root, "locked-packet-edited"), Vec::<String>::new());
    commit(root, &[(ONE, &format!("{SIGNED}- RISK_TIER: HIGH\n"))]);
    let told = format!("`HIGH` was signed as `MEDIUM` (commit `{}`)", &signed[..10]);
    assert_eq!(messages(root, "locked-packet-edited"), [told]);
    write(root, ONE, &format!("{}- RISK_TIER: MEDIUM\n", SIGNED.replace("0915", "0916")));
    assert_eq!(messages(root, "locked-packet-edited"), Vec::<String>::new());
    assert_eq!(messages(root, "signature-changed").len(), 1);
}

#[test]
fn history_of_merged_branches_counts() {
    let folder = repository(&[("README.md", "")]);
    let root = folder.path();
    git(root, &["checkout", "-q", "-b", "side"]);
    let signed = commit(root, &[(ONE, &format!("{SIGNED}- RISK_TIER: LOW\n"))]);
    commit(root, &[(ONE, &format!("{SIGNED}- RISK_TIER: HIGH\n"))]);
    git(root, &["checkout", "-q", "main"]);
    commit(root, &[("other", "")]);
    git(root, &["merge", "-q", "--no-edit", "side"]);
    let told = format!("`HIGH` was signed as `LOW` (commit `{}`)", &signed[..10]);
    assert_eq!(messages(root, "locked-packet-edited"), [told]);
}

#[test]
fn deleted_audit_row_is_told_after_its_commit_too() {
    let row = |signature: &str| format!("| {signature} | Mara | 2026-03-05 | Packet: WP-1-One | v1 | |\n");
    let table = "| Signature | Used By | Date | Purpose | Version | Notes |\n|---|---|---|---|---|---|\n";
    let (first, second) = (row("mara050320260915"), row("mara050320260916"));
    let folder = repository(&[(AUDIT, &format!("{table}{first}{second}"))]);
    assert_eq!(messages(folder.path(), "signature-record-deleted"), Vec::<String>::new());
    commit(folder.path(), &[(AUDIT, &format!("{table}{second}"))]);
    let found = messages(folder.path(), "signature-record-deleted");
    assert!(matches!(&*found, [message] if message.starts_with("`mara050320260915` is gone")), "{found:?}");
}

#[test]
fn merge_bases_and_what_changed_since() {
    let folder = repository(&[("src/a/x.rs", "1\n"), ("src/b/y.rs", "1\n"), ("src/c.rs", "1\n")]);
    let root = folder.path();
    let base = git(root, &["rev-parse", "HEAD"]);
    git(root, &["checkout", "-q", "-b", "feat/WP-1-One"]);
    let packet = |base: &str| {
        format!(
            "- MERGE_BASE_SHA: {base}\n- **Status:** In Progress\n- IN_SCOPE_PATHS:\n  - src/a/\n\
             ### TEST_PLAN\n```bash\njust post-work WP-1-One\n```\n"
        )
    };
    commit(root, &[(ONE, &packet(&base)), ("src/a/x.rs", "2\n")]);
    for rule in ["merge-base-unknown", "diff-outside-scope", "test-plan-range-missing"] {
        assert_eq!(messages(root, rule), Vec::<String>::new(), "{rule}");
    }
    commit(root, &[("src/a/x.rs", "3\n"), ("src/a/new.rs", "3\n")]);
    assert_eq!(messages(root, "diff-outside-scope"), Vec::<String>::new());
    assert_eq!(messages(root, "test-plan-range-missing").len(), 1);
    let told = |path: &str| [format!("`{path}` changed and is not in IN_SCOPE_PATHS")];
    // On disk, then in the index alone, then removed.
    write(root, "src/c.rs", "2\n");
    assert_eq!(messages(root, "diff-outside-scope"), told("src/c.rs"));
    git(root, &["add", "src/c.rs"]);
    write(root, "src/c.rs", "1\n");
    assert_eq!(messages(root, "diff-outside-scope"), told("src/c.rs"));
    git(root, &["reset", "-q", "--hard"]);
    std::fs::remove_file(root.join("src/b/y.rs")).expect("removed");
    assert_eq!(messages(root, "diff-outside-scope"), told("src/b/y.rs"));
    // Other line ends are what git may write by itself.
    git(root, &["reset", "-q", "--hard"]);
    write(root, "src/c.rs", "1\r\n");
    assert_eq!(messages(root, "diff-outside-scope"), Vec::<String>::new());

    git(root, &["reset", "-q", "--hard"]);
    git(root, &["checkout", "-q", "-b", "apart", &base]);
    let apart = commit(root, &[("src/c.rs", "4\n")]);
    git(root, &["checkout", "-q", "feat/WP-1-One"]);
    write(root, ONE, &packet(&apart));
    assert!(messages(root, "merge-base-unknown")[0].contains("no ancestor"));
    write(root, ONE, &packet("0123456789012345678901234567890123456789"));
    assert!(messages(root, "merge-base-unknown")[0].contains("no commit"));
}

#[test]
fn linked_worktree_is_a_repository_too() {
    let folder = repository(&[(ONE, &format!("{SIGNED}- RISK_TIER: LOW\n"))]);
    let beside = tempfile::tempdir().expect("a folder");
    let linked = beside.path().join("wt");
    git(folder.path(), &["worktree", "add", "-q", "-b", "other", linked.to_str().expect("UTF-8")]);
    write(&linked, ONE, &format!("{SIGNED}- RISK_TIER: HIGH\n"));
    assert_eq!(messages(&linked, "locked-packet-edited").len(), 1);
}

#[test]
fn signed_packet_that_is_not_committed_is_told() {
    let folder = repository(&[("README.md", "")]);
    let root = folder.path();
    write(root, ONE, SIGNED);
    assert_eq!(messages(root, "checkpoint-commit-missing").len(), 1);
    git(root, &["add", "."]);
    assert_eq!(messages(root, "checkpoint-commit-missing").len(), 1);
    commit(root, &[]);
    assert_eq!(messages(root, "checkpoint-commit-missing"), Vec::<String>::new());
    // A conflict leaves it committed.
    git(root, &["checkout", "-q", "-b", "side"]);
    commit(root, &[(ONE, &format!("{SIGNED}- RISK_TIER: LOW\n"))]);
    git(root, &["checkout", "-q", "-b", "other", "side~1"]);
    commit(root, &[(ONE, &format!("{SIGNED}- RISK_TIER: HIGH\n"))]);
    let merge = ["-c", "user.name=Mara", "-c", "user.email=mara@example.org", "merge", "-q", "side"];
    let merge = Command::new("git").args(merge).current_dir(root).output().expect("git runs");
    assert!(!merge.status.success(), "it conflicts");
    assert_eq!(messages(root, "checkpoint-commit-missing"), Vec::<String>::new());
}

#[test]
fn since_narrows_to_what_changed() {
    let three = ".GOV/task_packets/WP-1-Three.md";
    let folder = repository(&[(ONE, "# a\n"), (TWO, "# b\n"), (three, "# c\n")]);
    let root = folder.path();
    let paths = |revision: &str| {
        let (code, list, _) = check(root, &["--select", "risk-tier-missing", "--since", revision]);
        (code, list.into_iter().map(|(path, _, _)| path).collect::<Vec<_>>())
    };
    assert_eq!(paths("HEAD"), (Some(0), vec![]));
    write(root, ONE, "# changed\n");
    assert_eq!(paths("HEAD"), (Some(1), vec![ONE.to_string()]));
    git(root, &["add", "."]);
    assert_eq!(paths("HEAD"), (Some(1), vec![ONE.to_string()]));
    commit(root, &[]);
    assert_eq!(paths("HEAD"), (Some(0), vec![]));
    assert_eq!(paths("HEAD~1"), (Some(1), vec![ONE.to_string()]));
    assert_eq!(paths("main~1"), (Some(1), vec![ONE.to_string()]));
    let fresh = ".GOV/task_packets/WP-1-Fresh.md";
    write(root, fresh, "# new\n");
    assert_eq!(paths("HEAD"), (Some(1), vec![fresh.to_string()]));
}

#[test]
fn since_says_what_it_cannot_compare_with() {
    let bare = tempfile::tempdir().expect("a folder");
    write(bare.path(), ONE, "# a\n");
    let (code, _, said) = check(bare.path(), &["--since", "HEAD"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("is not the top of a git repository"), "{said}");
    let folder = repository(&[(ONE, "# a\n")]);
    let (code, _, said) = check(folder.path(), &["--since", "nowhere"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("`nowhere` names no commit of this repository"), "{said}");
}

#[test]
fn editor_is_told_and_hears_of_another_commit() {
    let mut session = Session::start(&[(ONE, &format!("{SIGNED}- RISK_TIER: LOW\n")), (TWO, "# Two\n")]);
    let root = session.root.clone();
    git(&root, &["init", "-q"]);
    commit(&root, &[]);
    session.write(ONE, &format!("{SIGNED}- RISK_TIER: HIGH\n"));
    session.open(ONE);
    let until = |session: &mut Session, wanted: bool| loop {
        let list = session.published(ONE, 1);
        if with_code(&list, "locked-packet-edited").is_some() == wanted {
            return;
        }
    };
    until(&mut session, true);
    // What the writing above set off is over.
    std::thread::sleep(std::time::Duration::from_millis(500));
    // What was signed is now what lies there. Without a message from the client, our own watcher sees it.
    git(&root, &["add", "."]);
    git(&root, &["commit", "-q", "--amend", "-m", "signed"]);
    until(&mut session, false);
}
