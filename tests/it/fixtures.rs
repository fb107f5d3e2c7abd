//! The packets that a person wrote as good and bad, against what the program says of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");

/// One row of the table.
struct Row<'a> {
    path: &'a str,
    line: &'a str,
    rule: &'a str,
}

fn rows(table: &str) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for line in table.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [path, line, rule] = columns[..] else { panic!("a row has three columns: {line}") };
        rows.push(Row { path, line, rule });
    }
    rows
}

fn folder(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

/// Whether a rule is one of those that a folder of packets is about; a fragment says too little for the others.
fn belongs(rule: &str, folder: &str) -> bool {
    let home = if folder == "encoding" { "structure" } else { folder };
    engine::rules::find(rule).is_some_and(|entry| entry.family.module.ends_with(&format!("::{home}")))
}

/// Line and rule of every finding, by the packet's file name, with all packets in one copy of the demo workspace.
fn findings() -> BTreeMap<String, Vec<(u64, String)>> {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&Path::new(FIXTURES).join("workspaces/demo"), folder.path());
    for path in packets() {
        let name = path.file_name().expect("a file");
        let place = folder.path().join(".GOV/task_packets").join(name);
        assert!(!place.exists(), "{} has the name of another packet", path.display());
        fs::copy(&path, place).expect("copied");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_taskpacket"))
        .args(["check", "--all", "--format", "json"])
        .arg(folder.path())
        .output()
        .expect("it runs");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let mut findings: BTreeMap<String, Vec<(u64, String)>> = BTreeMap::new();
    for found in report["diagnostics"].as_array().expect("a list") {
        let path = found["path"].as_str().expect("a path");
        let name = path.rsplit('/').next().unwrap_or(path).to_string();
        let rule = found["rule"].as_str().expect("a rule").to_string();
        findings.entry(name).or_default().push((found["line"].as_u64().expect("a line"), rule));
    }
    findings
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("created");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// Every packet in a folder `good` or `bad`.
fn packets() -> Vec<PathBuf> {
    let list = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    let families = list(&Path::new(FIXTURES).join("packets"));
    families
        .iter()
        .flat_map(|family| ["good", "bad"].map(|half| family.join(half)))
        .flat_map(|half| list(&half))
        .collect()
}

#[test]
fn every_packet_has_the_findings_that_its_author_meant() {
    let table = fs::read_to_string(Path::new(FIXTURES).join("packets/expected.tsv")).expect("the table");
    let rows = rows(&table);
    let findings = findings();
    let said = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        findings.get(name).map_or(&[][..], Vec::as_slice)
    };
    let mut wrong = Vec::new();
    for row in &rows {
        let is_here = |line: u64| row.line == "-" || row.line == line.to_string();
        let is_found = said(row.path).iter().any(|(line, rule)| is_here(*line) && rule == row.rule);
        if !is_found {
            wrong.push(format!("{}:{} {} is not found", row.path, row.line, row.rule));
        }
    }
    let good: Vec<PathBuf> = packets()
        .into_iter()
        .filter(|path| path.parent().is_some_and(|half| half.ends_with("good")))
        .collect();
    assert!(good.len() >= 10 && rows.len() >= 100, "{} good packets, {} rows", good.len(), rows.len());
    for path in good {
        let path = path.strip_prefix(Path::new(FIXTURES).join("packets")).expect("below").to_string_lossy();
        let of_folder: BTreeSet<&str> = rows
            .iter()
            .filter(|row| folder(row.path) == folder(&path) && belongs(row.rule, folder(row.path)))
            .map(|row| row.rule)
            .collect();
        assert!(!of_folder.is_empty(), "no row is about {path}");
        let alarms = said(&path).iter().filter(|(_, rule)| of_folder.contains(rule.as_str()));
        wrong.extend(alarms.map(|(line, rule)| format!("{path}:{line} {rule} is a false alarm")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether each label is filled in, and how many entries it holds.
type Fields = BTreeMap<String, (bool, u64)>;

/// Fields of one spelling that differ from the reference, as its page in `forms/README.md` announces.
fn differs(form: &str, label: &str) -> bool {
    match form {
        // A section stands in place of a field: its words are counted as its entries.
        "headings" => ["RISK_TIER", "Level", "What", "Why", "Boundary", "SPEC_ANCHOR"].contains(&label),
        // Commands on one line are one entry, and the reason for the tier stands in parentheses.
        "inline" => ["TEST_PLAN", "RUN_COMMANDS", "Justification"].contains(&label),
        // A table of METADATA gives no fields.
        "tables" => [
            "TASK_ID",
            "WP_ID",
            "BASE_WP_ID",
            "DATE",
            "REQUESTOR",
            "AGENT_ID",
            "ROLE",
            "Status",
            "RISK_TIER",
            "USER_SIGNATURE",
        ]
        .contains(&label),
        // The file says more: a remark behind a CR is a field of its own.
        "lone_cr" => label == "Notes",
        _ => false,
    }
}

fn fields(packet: &Path) -> Fields {
    let output = Command::new(env!("CARGO_BIN_EXE_taskpacket"))
        .args(["inspect", "--format", "json"])
        .arg(packet)
        .output()
        .expect("it runs");
    let seen: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(seen["facts"]["stem"], "WP-1-Dawn-Chorus", "facts are JSON");
    let list = seen["fields"].as_array().expect("a list");
    list.iter()
        .filter(|field| field["in_report"] == false)
        // Headings that hold fields are no fields that one could fill in.
        .filter(|field| {
            !["SCOPE", "BOOTSTRAP", "Dependencies"].contains(&field["label"].as_str().unwrap_or(""))
        })
        .map(|field| {
            let label = field["label"].as_str().expect("a label").to_string();
            (label, (field["said"] == true, field["items"].as_u64().expect("a number")))
        })
        .collect()
}

#[test]
fn one_packet_has_the_same_fields_in_every_spelling() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut forms = BTreeMap::new();
    for entry in fs::read_dir(Path::new(FIXTURES).join("packets/forms")).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().trim_end_matches(".md").to_string();
        if name == "README" {
            continue;
        }
        let place = folder.path().join(".GOV/task_packets").join(&name);
        fs::create_dir_all(&place).expect("created");
        let packet = place.join("WP-1-Dawn-Chorus.md");
        fs::copy(entry.path(), &packet).expect("copied");
        forms.insert(name, fields(&packet));
    }
    assert_eq!(forms.len(), 25);
    let reference = &forms["bullet"];
    assert!(reference.len() >= 30 && reference.values().all(|(said, items)| *said && *items > 0));
    for (name, fields) in &forms {
        let kept = |fields: &Fields| -> Fields {
            let fields = fields.iter().filter(|(label, _)| !differs(name, label));
            fields.map(|(label, field)| (label.clone(), *field)).collect()
        };
        assert_eq!(kept(fields), kept(reference), "{name}");
    }
}
