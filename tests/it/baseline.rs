//! Findings that are written down once and hidden until they change.

use std::path::Path;

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

const PACKET: &str = ".GOV/task_packets/WP-1-One.md";
const OTHER: &str = ".GOV/task_packets/WP-1-Two.md";

const TEXT: &str = "# Task Packet: WP-1-One\n\n- RISK_TIER: huge\n- IN_SCOPE_PATHS:\n  - src/a/*.rs\n";

fn workspace() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, PACKET, TEXT);
    write(&folder, OTHER, &TEXT.replace("One", "Two"));
    folder
}

fn write(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
    std::fs::write(path, text).expect("written");
}

struct Run {
    code: Option<i32>,
    out: String,
    told: String,
}

fn check(folder: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_taskpacket"))
        .current_dir(folder)
        .arg("check")
        .args(arguments)
        .output()
        .expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Run { code: output.status.code(), out: text(output.stdout), told: text(output.stderr) }
}

/// The report of a run against the baseline of the folder.
fn json(folder: &TempDir, arguments: &[&str]) -> Value {
    let run = check(folder.path(), &[&["--format", "json", "--baseline", "known.json"], arguments].concat());
    serde_json::from_str(&run.out).expect("JSON")
}

fn stale(report: &Value) -> Vec<(&str, u64)> {
    let list = report["summary"]["baseline"]["stale"].as_array().expect("a list");
    list.iter()
        .map(|entry| (entry["rule"].as_str().expect("a rule"), entry["count"].as_u64().expect("a count")))
        .collect()
}

fn with_baseline(arguments: &[&str]) -> TempDir {
    let folder = workspace();
    let run = check(folder.path(), &[&["--write-baseline", "known.json"], arguments].concat());
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{}", run.told);
    folder
}

#[test]
fn what_is_written_down_is_hidden() {
    let folder = with_baseline(&[]);
    let before = check(folder.path(), &["--format", "json"]);
    let before: Value = serde_json::from_str(&before.out).expect("JSON");
    let found = before["diagnostics"].as_array().expect("a list").len();
    assert!(found > 20 && before["summary"].get("baseline").is_none(), "{before:#}");
    let report = json(&folder, &[]);
    assert_eq!(report["diagnostics"], json!([]));
    assert_eq!(report["summary"]["baseline"], json!({ "matched": found, "stale": [] }));
    let human = check(folder.path(), &["--baseline", "known.json"]);
    assert_eq!(human.code, Some(0));
    assert!(human.told.contains(&format!("baseline: {found} findings hidden, 0 entries")), "{}", human.told);
}

#[test]
fn file_is_sorted_and_the_same_each_time() {
    let folder = with_baseline(&[]);
    let text = std::fs::read_to_string(folder.path().join("known.json")).expect("written");
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let keys: Vec<[&str; 3]> = file["findings"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| ["path", "rule", "hash"].map(|key| entry[key].as_str().expect("a string")))
        .collect();
    assert!(keys.is_sorted() && keys.len() > 20, "{keys:?}");
    check(folder.path(), &["--write-baseline", "known.json"]);
    assert_eq!(std::fs::read_to_string(folder.path().join("known.json")).expect("written"), text);
}

#[test]
fn line_that_moved_is_known_and_one_that_changed_is_not() {
    let folder = with_baseline(&[]);
    write(&folder, PACKET, &TEXT.replace("- RISK", "Some words.\n\nAnd more.\n\n- RISK"));
    assert_eq!(json(&folder, &[])["diagnostics"], json!([]));
    write(&folder, PACKET, &TEXT.replace("huge", "large").replace('\n', "\r\n"));
    let report = json(&folder, &[]);
    let list = report["diagnostics"].as_array().expect("a list");
    assert_eq!((list.len(), &list[0]["rule"]), (1, &json!("risk-tier-invalid")), "{report:#}");
    assert_eq!(stale(&report), [("risk-tier-invalid", 1)]);
    let human = check(folder.path(), &["--baseline", "known.json"]);
    assert_eq!(human.code, Some(1));
    assert!(human.told.contains("no longer found: .GOV/task_packets/WP-1-One.md: risk-tier-invalid: "));
    assert!(!human.out.contains("baseline"), "{}", human.out);
}

#[test]
fn same_finding_is_hidden_as_often_as_it_was_counted() {
    let twice = "# Task Packet: WP-1-One\n\n\u{e9}\n\n\u{e9}\n";
    let folder = workspace();
    write(&folder, PACKET, twice);
    let select = ["--select", "file-non-ascii"];
    check(folder.path(), &[&["--write-baseline", "known.json"][..], &select].concat());
    let text = std::fs::read_to_string(folder.path().join("known.json")).expect("written");
    assert!(text.contains("\"count\": 2"), "{text}");
    write(&folder, PACKET, &format!("{twice}\n\u{e9}\n"));
    let report = json(&folder, &select);
    let list = report["diagnostics"].as_array().expect("a list");
    assert_eq!((list.len(), &list[0]["line"]), (1, &json!(7)), "{report:#}");
    write(&folder, PACKET, "# Task Packet: WP-1-One\n\n\u{e9}\n");
    let report = json(&folder, &select);
    assert_eq!(
        (report["summary"]["baseline"]["matched"].as_u64(), stale(&report)),
        (Some(1), vec![("file-non-ascii", 1)])
    );
}

#[test]
fn what_a_run_does_not_look_at_is_not_called_stale() {
    let folder = with_baseline(&[]);
    write(&folder, PACKET, &TEXT.replace("huge", "HIGH"));
    assert_eq!(stale(&json(&folder, &["--select", "in-scope-glob"])), []);
    assert_eq!(stale(&json(&folder, &["--ignore", "D"])), []);
    assert_eq!(stale(&json(&folder, &[OTHER])), []);
    assert_eq!(
        stale(&json(&folder, &["--min-severity", "warning"])).first(),
        Some(&("risk-tier-invalid", 1))
    );
    std::fs::remove_file(folder.path().join(OTHER)).expect("removed");
    assert!(stale(&json(&folder, &[])).len() > 10, "a file that is gone has no findings");
}

#[test]
fn closed_packet_that_was_judged_is_not_stale_where_it_is_not() {
    let folder = workspace();
    write(
        &folder,
        PACKET,
        "- **Status:** Done\n- RISK_TIER: huge\n\n## VALIDATION_REPORTS\n\nVerdict: PASS\n",
    );
    check(folder.path(), &["--all", "--write-baseline", "known.json"]);
    let text = std::fs::read_to_string(folder.path().join("known.json")).expect("written");
    assert!(text.contains(PACKET), "{text}");
    assert_eq!(stale(&json(&folder, &[])), []);
    assert_eq!(json(&folder, &["--all"])["diagnostics"], json!([]));
}

#[test]
fn file_that_is_no_baseline_ends_the_run() {
    let folder = workspace();
    for (text, said) in [
        ("{}", "not a baseline"),
        ("[", "not a baseline"),
        ("{\"taskpacket_baseline\": 9, \"all\": false, \"findings\": []}", "version 9"),
    ] {
        std::fs::write(folder.path().join("known.json"), text).expect("written");
        let run = check(folder.path(), &["--baseline", "known.json"]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        assert!(run.told.contains("known.json: ") && run.told.contains(said), "{}", run.told);
    }
    let run = check(folder.path(), &["--baseline", "none.json"]);
    assert!(run.code == Some(2) && run.told.contains("none.json: "), "{}", run.told);
    let run = check(folder.path(), &["--write-baseline", "none/known.json"]);
    assert!(run.code == Some(2) && run.told.contains("none/known.json: "), "{}", run.told);
    assert_eq!(check(folder.path(), &["--baseline", "a", "--write-baseline", "b"]).code, Some(2));
    let run = check(folder.path(), &["--write-baseline", "new.json", ".", "absent.md"]);
    assert!(run.code == Some(2) && !folder.path().join("new.json").exists(), "{}", run.told);
}
