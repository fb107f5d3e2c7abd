//! The command line where its input is odd: what is missing, what is no file, and what it then still says.

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::run;

const PACKET: &str = ".GOV/task_packets/WP-1-Sizes-v1.md";

fn parsed(out: &str) -> Value {
    serde_json::from_str(out).expect("standard output is JSON and nothing else")
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// A workspace with a single packet that lacks nearly everything.
fn faulty() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::create_dir_all(folder.path().join(".GOV/task_packets")).expect("a folder");
    let text = "Größe\n\n# Task Packet: WP-1-Größe-v1\n\n## METADATA\n- TASK_ID: WP-1-Other-v1\n- **Status:** Ready for Dev\n";
    fs::write(folder.path().join(PACKET), text).expect("a file");
    folder
}

#[test]
fn nothing_to_find_exits_with_zero() {
    let empty = TempDir::new().expect("a folder");
    fs::create_dir(empty.path().join(".GOV")).expect("a folder");
    let (code, out, error) = run(empty.path(), &["check"], "");
    assert_eq!(code, Some(0), "{out}{error}");
}

#[test]
fn an_unknown_rule_to_select_exits_with_two_and_the_nearest_name() {
    let folder = faulty();
    let (code, out, error) = run(folder.path(), &["check", "--select", "signature-reusd"], "");
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(error.contains("did you mean `signature-reused`"), "{error}");
}

#[test]
fn json_has_every_key_and_is_sorted() {
    let folder = faulty();
    let (code, out, _) = run(folder.path(), &["check", "--all", "--format", "json"], "");
    assert_eq!(code, Some(1));
    let report = parsed(&out);
    assert_eq!(keys(&report), ["diagnostics", "root", "summary", "version"]);
    assert_eq!(report["version"], 1);
    assert_eq!(keys(&report["summary"]), ["errors", "files", "hints", "infos", "warnings"]);
    let list = report["diagnostics"].as_array().expect("a list");
    let order: Vec<_> = list.iter().map(|one| (one["path"].as_str(), one["bytes"][0].as_u64())).collect();
    assert!(!order.is_empty() && order.is_sorted(), "{order:?}");
    for one in list {
        let wanted = [
            "bytes",
            "column",
            "end_column",
            "end_line",
            "fix",
            "fixes",
            "line",
            "message",
            "path",
            "related",
            "rule",
            "severity",
            "url",
        ];
        assert_eq!(keys(one), wanted);
        assert!(one["line"].as_u64() >= Some(1) && one["column"].as_u64() >= Some(1), "{one}");
    }
    let counts =
        ["errors", "warnings", "infos", "hints"].map(|key| report["summary"][key].as_u64().unwrap_or(0));
    assert_eq!(counts.iter().sum::<u64>(), list.len() as u64);
}

#[test]
fn min_severity_leaves_only_what_matters_as_much() {
    let folder = faulty();
    let check = |more: &[&str]| {
        let arguments = [&["check", "--all", "--format", "json"], more].concat();
        parsed(&run(folder.path(), &arguments, "").1)
    };
    let all = check(&[]);
    let errors = check(&["--min-severity", "error"]);
    assert!(all["summary"]["errors"].as_u64() > Some(0), "{all}");
    assert_eq!(errors["summary"]["errors"], all["summary"]["errors"]);
    assert!(errors["diagnostics"].as_array().into_iter().flatten().all(|one| one["severity"] == "error"));
}

#[test]
fn a_file_that_is_missing_is_told_and_the_rest_is_checked() {
    let folder = faulty();
    let (code, out, error) = run(folder.path(), &["check", "--format", "json", PACKET, "nowhere.md"], "");
    assert_eq!(code, Some(2));
    assert!(error.contains("nowhere.md"), "{error}");
    assert_eq!(parsed(&out)["summary"]["files"], 1);
}

#[test]
fn a_missing_file_alone_does_not_turn_into_the_whole_workspace() {
    let folder = faulty();
    let (code, out, error) = run(folder.path(), &["check", "--format", "json", "nowhere.md"], "");
    assert_eq!(code, Some(2));
    assert!(error.contains("nowhere.md"), "{error}");
    assert_eq!(parsed(&out)["summary"]["files"], 0);
}

#[test]
fn inspect_shows_text_before_the_first_heading() {
    let folder = faulty();
    let (code, out, error) = run(folder.path(), &["inspect", PACKET], "");
    assert_eq!(code, Some(0), "{error}");
    assert!(out.contains("METADATA"), "{out}");
}

#[test]
fn standard_input_may_be_named_below_a_relative_parent() {
    let folder = faulty();
    let text = fs::read_to_string(folder.path().join(PACKET)).expect("text");
    let name = format!("../{PACKET}");
    let arguments = ["check", "--format", "json", "--stdin-filename", &name];
    let (code, out, error) = run(&folder.path().join(".GOV"), &arguments, &text);
    assert_eq!(code, Some(1), "{error}");
    assert_eq!(parsed(&out)["diagnostics"][0]["path"], PACKET);
}

#[cfg(unix)]
#[test]
fn standard_input_may_be_named_through_a_link() {
    let folder = faulty();
    let elsewhere = TempDir::new().expect("a folder");
    std::os::unix::fs::symlink(folder.path(), elsewhere.path().join("linked")).expect("a link");
    let text = fs::read_to_string(folder.path().join(PACKET)).expect("text");
    let name = format!("linked/{PACKET}");
    let arguments = ["check", "--format", "json", "--stdin-filename", &name];
    let (code, out, error) = run(elsewhere.path(), &arguments, &text);
    assert_eq!(code, Some(1), "{error}");
    assert_eq!(parsed(&out)["diagnostics"][0]["path"], PACKET);
}
